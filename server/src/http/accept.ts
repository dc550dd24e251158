import type { FastifyRequest } from 'fastify';

/** The media types that an `Accept` header names, by their weight (RFC 9110, section 12.5.1). */
function weightsOf(accept: string): ReadonlyMap<string, number> {
  return new Map(accept.toLowerCase().split(',').map((range) => {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim());
    const weight = parameters.find((parameter) => parameter.startsWith('q='));
    return [type, weight === undefined ? 1 : Number(weight.slice(2))] as const;
  }));
}

/** Whether somebody opens an address in a browser, which asks for pages by name; programs that take anything, or JSON, do not. */
export function prefersPage({ headers }: FastifyRequest): boolean {
  const weights = weightsOf(headers.accept ?? '');
  const page = weights.get('text/html') ?? 0;
  return page > 0 && page >= (weights.get('application/json') ?? 0);
}
