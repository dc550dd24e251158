/**
 * Uses Vite in this process. It is loaded only now, since it may just have been installed; and a build sets `NODE_ENV` for good, which whatever is
 * started afterwards would inherit: the kit for tests refuses to work in production.
 *
 * @param use - what to do with Vite's module
 * @returns what that resolves to
 */
export async function withVite(use) {
  const before = process.env.NODE_ENV;
  try {
    return await use(await import('vite'));
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}
