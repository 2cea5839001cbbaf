/** The areas of mutation testing. */
export declare const areas: Readonly<
  Record<string, { readonly mutate: readonly string[]; readonly tests: string[] }>
>;
