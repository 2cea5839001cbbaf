/** How deep in brackets a scan of JSON text is, and whether it is inside a string. */
export interface Structure {
  depth: number;
  inString: boolean;
  escaped: boolean;
}

/** The structure at the beginning of a text. */
export function createStructure(): Structure {
  return { depth: 0, inString: false, escaped: false };
}

const quote = 0x22;
const comma = 0x2c;
const backslash = 0x5c;

/**
 * The index of the comma or closing bracket that ends the element of a list which `from` is in; the chunk's
 * length where the element goes on in the next chunk. Only brackets and strings are looked at.
 */
export function endOfElement(structure: Structure, chunk: Uint8Array, from: number): number {
  // Local copies: the loop runs over every byte of an input that may be gigabytes long.
  let { depth, inString, escaped } = structure;
  let at = from;
  for (; at < chunk.length; at++) {
    const byte = chunk[at];
    if (inString) {
      if (escaped) escaped = false;
      else if (byte === backslash) escaped = true;
      else if (byte === quote) inString = false;
    } else if (byte === quote) inString = true;
    else if (isOpening(byte)) depth++;
    else if (isClosing(byte)) {
      if (depth === 0) break;
      depth--;
    } else if (byte === comma && depth === 0) break;
  }
  structure.depth = depth;
  structure.inString = inString;
  structure.escaped = escaped;
  return at;
}

/** Whether a byte is `[` or `{`. */
function isOpening(byte: number | undefined): boolean {
  return byte === 0x5b || byte === 0x7b;
}

/** Whether a byte is `]` or `}`. */
function isClosing(byte: number | undefined): boolean {
  return byte === 0x5d || byte === 0x7d;
}
