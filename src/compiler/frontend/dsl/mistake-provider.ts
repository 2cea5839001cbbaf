import type { IParserErrorMessageProvider } from "chevrotain";

/** What was due, as the parser's error carries it: the words of the mistake are chosen when it is reported. */
export const mistakeProvider: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => expected.LABEL ?? expected.name,
  buildNotAllInputParsedMessage: () => "",
  buildNoViableAltMessage: ({ customUserDescription }) => customUserDescription ?? "",
  buildEarlyExitMessage: ({ customUserDescription }) => customUserDescription ?? "",
};
