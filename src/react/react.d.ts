/**
 * The few names of React that the wrapper uses, in the types of React 18 and 19. React is no dependency: where this is
 * published, the same import finds the types of the site's own React.
 */
declare module 'react' {
  export type ReactNode = unknown;
  export interface RefAttributes<Element> {
    ref?: ((element: Element | null) => void) | { current: Element | null } | null | undefined;
    key?: string | number | bigint | null | undefined;
  }
  export interface ForwardRefExoticComponent<Props> {
    (props: Props): ReactNode;
    displayName?: string;
  }
  export interface RefObject<Value> {
    current: Value;
  }
  export function createElement(type: string, props: object): ReactNode;
  export function forwardRef<Element, Props>(render: (props: Props, ref: unknown) => ReactNode): ForwardRefExoticComponent<Props & RefAttributes<Element>>;
  export function useEffect(effect: () => (() => void) | void, dependencies?: readonly unknown[]): void;
  export function useLayoutEffect(effect: () => (() => void) | void, dependencies?: readonly unknown[]): void;
  export function useImperativeHandle(ref: unknown, handle: () => unknown, dependencies: readonly unknown[]): void;
  export function useRef<Value>(value: Value): RefObject<Value>;
}
