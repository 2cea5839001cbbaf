/** What SessionM's public documentation leaves open, numbered; a switch names the question that it answers. */
export const openQuestions = new Map<number, string>([
  [1, "Does a PUT for a user that does not exist create it?"],
  [2, "Which HTTP status does each business error have?"],
  [3, "Does `transaction_id` deduplicate, over which scope and for how long?"],
  [4, "Are error responses cached under `Message-ID`? Which ids are allowed, and what do they cover?"],
  [5, "How is an event sent with the `async` flag or through version 2, and what is the answer?"],
  [6, "What becomes of an event name that is not defined?"],
  [7, "May one body hold a list of occurrences, or several names, and is it all or nothing?"],
  [8, "Are values other than strings accepted in `qty` and `context`, and more than ten attributes?"],
  [9, "Which dates are accepted: past, future, fractions of a second, offsets?"],
  [10, "What becomes of an unknown or wrongly typed attribute, and what does null do?"],
  [11, "Does `identifiers` in a PUT replace or merge?"],
  [12, "Which `external_id_type` and which identity does mParticle use?"],
  [13, "What becomes of a gender, a country or a state that is not in the documented form?"],
  [14, "What is the answer when another profile has the email address?"],
  [15, "How many requests a second are accepted, of which size, and what does a 429 look like?"],
  [16, "Which user answers to an external id that several have, and what of a suspended user?"],
  [17, "Does a profile update trigger campaigns?"],
]);

/** The questions, or parts of one, that no switch can express, with the reason. */
export const notSwitched = new Map<number, string>([
  [5, "Neither path nor body of version 2 is public, so only the `async` flag is a switch."],
  [12, "A tenant decides it; the sandbox takes any external id and any type."],
  [13, "No list of state codes is public, so only gender, country and date of birth are checked."],
]);
