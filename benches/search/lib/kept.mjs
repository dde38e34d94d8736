// What a page would keep: bytes. Engines that give out JSON pay for both ways, as they would there.
const encoder = new TextEncoder();
const decoder = new TextDecoder();

export const stringify = (value) => encoder.encode(JSON.stringify(value));
export const parse = (bytes) => JSON.parse(decoder.decode(bytes));
