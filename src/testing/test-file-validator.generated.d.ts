import type { ErrorObject } from "ajv";

/** Ajv's validator for `grammar/waybill-test.schema.json`; the errors of the last call are on the function. */
declare const validate: { (data: unknown): boolean; errors?: readonly ErrorObject[] | null };
export default validate;
