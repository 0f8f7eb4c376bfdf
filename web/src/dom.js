// Elements in a few words. Text is text; HTML comes from the page's own bank alone.

/**
 * @param {string} tag
 * @param {Record<string, any>} [properties] handlers by `onclick` and the like; what is no property is an attribute
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {any} an element: which one, the tag says
 */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === false || value === null) continue;
    if (name in element && !name.includes("-")) /** @type {any} */ (element)[name] = value;
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(.../** @type {(Node | string)[]} */ (children.filter((child) => child !== null && child !== undefined && child !== false)));
  return element;
}

/**
 * @param {string} tag
 * @param {string} content HTML of the bank
 * @param {Record<string, any>} [properties]
 */
export function html(tag, content, properties = {}) {
  const element = el(tag, properties);
  element.innerHTML = content;
  return element;
}
