/** What the event loop asks of a thread. */
export type Task =
  | { readonly kind: 'proof'; readonly serverSecretId: number; readonly mpinId: string; readonly publicKey: string; readonly a: string; readonly u: string; readonly y: string; readonly v: string }
  | { readonly kind: 'signature'; readonly serverSecretId: number; readonly mpinId: string; readonly publicKey: string; readonly a: string; readonly u: string; readonly v: string; readonly message: string; readonly timestamp: number }
  | { readonly kind: 'publicKey'; readonly publicKey: string }
  | { readonly kind: 'identity'; readonly mpinId: string; readonly publicKey: string }
  | { readonly kind: 'ready' };

/** What a thread is started with: server secrets by their id; the newest is the current one. */
export interface ThreadData {
  readonly secrets: readonly { readonly id: number; readonly secret: string }[];
}
