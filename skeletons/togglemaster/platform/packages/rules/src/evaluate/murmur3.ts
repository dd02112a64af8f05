import murmurHash3 from 'murmurhash3js-revisited';

/** murmur3_x86_32 of the text's UTF-8 bytes, seed 0, unsigned. */
export function murmur3(text: string): number {
  return murmurHash3.x86.hash32(Buffer.from(text), 0);
}
