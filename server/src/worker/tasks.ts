/** What the event loop asks of a thread. */
export type Task =
  | { readonly kind: 'proof'; readonly secret: string; readonly mpinId: string; readonly publicKey: string; readonly a: string; readonly u: string; readonly y: string; readonly v: string }
  | { readonly kind: 'signature'; readonly secret: string; readonly mpinId: string; readonly publicKey: string; readonly a: string; readonly u: string; readonly v: string; readonly message: string; readonly timestamp: number }
  | { readonly kind: 'publicKey'; readonly publicKey: string; readonly secrets: readonly string[] }
  | { readonly kind: 'identity'; readonly mpinId: string; readonly publicKey: string }
  | { readonly kind: 'ready' };

/** What a thread is started with: server secrets whose lines it computes at once. Further ones come with the tasks. */
export interface ThreadData {
  readonly secrets: readonly string[];
}
