/** Node's buffers write a text's code units at once; elsewhere they are written one by one. */
export const writeUnits: (text: string, units: Uint16Array) => void =
  typeof Buffer === "undefined" ? writeEach : writeAtOnce;

function writeAtOnce(text: string, units: Uint16Array): void {
  Buffer.from(units.buffer, units.byteOffset, units.byteLength).write(text, "utf16le");
}

/** Writes the UTF-16 code units of a text. */
export function writeEach(text: string, units: Uint16Array): void {
  for (let index = 0; index < text.length; index++) units[index] = text.charCodeAt(index);
}
