/** Reads a stream line by line. */
export function linesOf(response: Response): { next: () => Promise<Record<string, unknown> | undefined> } {
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  return {
    async next() {
      while (!rest.includes('\n')) {
        const { done, value } = await reader.read();
        if (done) return undefined;
        rest += value;
      }
      const end = rest.indexOf('\n');
      const line = rest.slice(0, end);
      rest = rest.slice(end + 1);
      return JSON.parse(line) as Record<string, unknown>;
    },
  };
}
