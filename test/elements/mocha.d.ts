// @web/test-runner provides Mocha's globals in the browser; these are the ones the component tests use.
declare function describe(title: string, tests: () => void): void;
declare function it(title: string, test: () => void | Promise<void>): void;
declare function afterEach(action: () => void | Promise<void>): void;
