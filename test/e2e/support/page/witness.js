'use strict';

/*
 * Runs in every page of a test before the page's own scripts. Reports through the binding `report` what scripts dispatch and, after each
 * change of screen and whatever a person does, all that the document holds. `witness` reads what the page has stored.
 */
(() => {
  /** What a script that listens can read of an event, beside what every event has. */
  const payload = (event) => {
    const names = new Set();
    for (let part = event; part !== null && part !== Event.prototype; part = Object.getPrototypeOf(part)) {
      for (const name of Object.getOwnPropertyNames(part)) if (!(name in Event.prototype)) names.add(name);
    }
    const readable = [...names].filter((name) => !(event[name] instanceof EventTarget) && typeof event[name] !== 'function');
    return JSON.stringify(Object.fromEntries(readable.map((name) => [name, event[name]])));
  };

  /** A node with everything below it: attributes, what fields hold, and shadow trees. */
  const written = (node) => {
    if (node instanceof CharacterData) return node.data;
    const children = [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes].map(written).join('');
    if (!(node instanceof Element)) return children;
    const attributes = [...node.attributes].map(({ name, value }) => ` ${name}="${value}"`).join('');
    const held = typeof node.value === 'string' ? ` holding "${node.value}"` : '';
    return `<${node.localName}${attributes}${held}>${children}`;
  };

  const look = () => setTimeout(() => globalThis.report('document', written(document)));
  for (const type of ['mpin-state', 'keydown', 'input', 'click']) addEventListener(type, look, true);

  const { dispatchEvent } = EventTarget.prototype;
  EventTarget.prototype.dispatchEvent = function witnessed(event) {
    globalThis.report(`event ${event.type}`, payload(event));
    return dispatchEvent.call(this, event);
  };

  const sealed = [];
  const { encrypt } = SubtleCrypto.prototype;
  SubtleCrypto.prototype.encrypt = function witnessed(algorithm, key, data) {
    sealed.push(new TextDecoder().decode(data));
    return encrypt.call(this, algorithm, key, data);
  };

  const answer = (request) => new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });

  /** Every record of every database of this origin: [database, store, key, value]. */
  const records = async () => {
    const found = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await answer(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const objects = database.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([answer(objects.getAllKeys()), answer(objects.getAll())]);
        keys.forEach((key, i) => found.push([name, store, key, values[i]]));
      }
      database.close();
    }
    return found;
  };

  const latin1 = (bytes) => Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('');
  const readable = (_name, value) => {
    if (value instanceof CryptoKey) return { key: value.type, extractable: value.extractable };
    if (value instanceof ArrayBuffer) return latin1(value);
    return ArrayBuffer.isView(value) ? latin1(value.buffer) : value;
  };

  globalThis.witness = {
    /** All that the page has stored, as text; bytes as Latin-1. */
    stored: async () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, await caches.keys(), await records()], readable),
    /** The token that this page sealed last: only a script of this very page can come by it (docs/security.md). */
    sealedToken: () => sealed.findLast((plain) => plain.includes('"token"'))?.match(/"token":"([0-9a-f]{130})"/)?.[1],
  };
})();
