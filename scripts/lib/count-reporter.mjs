/**
 * A reporter for `node --test` that writes one line of JSON, `{"passed":n,"failed":n}`, at the end. A skipped or
 * undone test proves nothing and counts as failed. Suites are not tests.
 */
export default async function* countReporter(source) {
  let passed = 0;
  let failed = 0;
  for await (const { type, data } of source) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details?.type === 'suite') continue;
    const proved = type === 'test:pass' && data.skip === undefined && data.todo === undefined;
    if (proved) passed += 1;
    else failed += 1;
  }
  yield `${JSON.stringify({ passed, failed })}\n`;
}
