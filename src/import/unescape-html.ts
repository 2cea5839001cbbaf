const named: Readonly<Record<string, string>> = { amp: "&", apos: "'", gt: ">", lt: "<", quot: '"' };

/** Returns a text without the escapes that stand in an HTML attribute: mParticle serves settings to web kits so. */
export function unescapeHtml(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|apos|gt|lt|quot));/gi, (whole, ...found) => {
    const [decimal, hexadecimal, name] = found;
    if (typeof name === "string") return named[name.toLowerCase()] ?? whole;
    const point = typeof decimal === "string" ? Number(decimal) : Number.parseInt(hexadecimal, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
