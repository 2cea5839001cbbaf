/**
 * Returns mParticle's hash of a text, as its mapping settings hold it: the text in lower case, `h * 31 + unit` over
 * its UTF-16 units in signed 32-bit arithmetic (`generateHash` of mParticle's Web SDK, `src/utils.ts`).
 */
export function mparticleHash(text: string): string {
  let hash = 0;
  const lower = text.toLowerCase();
  for (let index = 0; index < lower.length; index++) {
    hash = ((hash << 5) - hash + lower.charCodeAt(index)) | 0;
  }
  return String(hash);
}
