// The packed parts of the page, unpacked when they are needed.

/** @type {Map<string, Promise<any>>} */
const unpacked = new Map();

/**
 * What a script element of the page holds: JSON, deflated, in Base64.
 * @param {string} id
 * @returns {Promise<any>}
 */
export function part(id) {
  let found = unpacked.get(id);
  if (!found) {
    found = unpack(document.getElementById(id)?.textContent ?? "");
    unpacked.set(id, found);
  }
  return found;
}

/** @param {string} text */
export async function unpack(text) {
  const bytes = Uint8Array.from(atob(text.trim()), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return JSON.parse(await new Response(stream).text());
}
