// The counterpart of `pack`, in Node and in a browser. Each text is decoded on its own: slices of
// one long string would keep all of it alive, and in two bytes a character.
export function unpack(buffer) {
  const count = new Uint32Array(buffer, 0, 1)[0];
  const lengths = new Uint32Array(buffer, 4, count);
  const decoder = new TextDecoder();
  const texts = [];
  let at = 4 * (count + 1);
  for (const length of lengths) {
    texts.push(decoder.decode(new Uint8Array(buffer, at, length)));
    at += length;
  }
  return { texts, bytes: at - 4 * (count + 1) };
}
