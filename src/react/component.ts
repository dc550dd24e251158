import { createElement, forwardRef, useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import type { ForwardRefExoticComponent, ReactNode, RefAttributes } from 'react';
import type { MpinEventMap } from '../elements/index.ts';
import { assign, type Values } from './assign.ts';

type Camel<Text extends string> = Text extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : Text;

/** `onSignedIn` for `mpin-signed-in`, and so on, each with its own event. */
export type EventProps = { [Name in keyof MpinEventMap as Name extends `mpin-${infer Rest}` ? `on${Capitalize<Camel<Rest>>}` : never]?: ((event: MpinEventMap[Name]) => void) | undefined };

/** What every element takes besides its own properties. */
export interface CommonProps extends EventProps {
  readonly id?: string | undefined;
  readonly className?: string | undefined;
  readonly slot?: string | undefined;
  readonly lang?: string | undefined;
  readonly hidden?: boolean | undefined;
  readonly children?: ReactNode;
}

/** An element's own properties; those that React 18 could not pass as attributes are set as properties. */
export type PropsOf<Element, Name extends keyof Element> = CommonProps & { readonly [Property in Name]?: Element[Property] | undefined };

export type Component<Element, Props> = ForwardRefExoticComponent<Props & RefAttributes<Element>>;

/** React 18 warns of layout effects on a server, where neither kind runs. */
const useBeforePaint = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/**
 * Makes the component of an element. What can be an attribute is one, so that a server renders it; all else is set as
 * a property before the element first draws. Listeners are added once and call the newest handlers.
 *
 * @param load - registers an element that the library fetches only where it is used
 */
export function component<Element extends HTMLElement, Props extends CommonProps>(tag: string, load?: () => Promise<unknown>): Component<Element, Props> {
  const made = forwardRef<Element, Props>((props, ref) => {
    const element = useRef<Element | null>(null);
    const { attributes, properties, handlers } = sort(props as Values);
    const newest = useRef(handlers);
    const former = useRef<Values>({});
    useImperativeHandle(ref, () => element.current, []);
    useBeforePaint(() => {
      newest.current = handlers;
      if (element.current !== null) assign(element.current, former.current, properties);
      former.current = properties;
    });
    useBeforePaint(() => {
      load?.().catch(() => undefined);
      return element.current === null ? undefined : listen(element.current, (name, event) => newest.current.get(name)?.(event));
    }, []);
    return createElement(tag, { ...attributes, ref: element });
  });
  made.displayName = tag;
  return made;
}

interface Sorted {
  readonly attributes: Values;
  readonly properties: Values;
  readonly handlers: ReadonlyMap<string, (event: Event) => void>;
}

/** What React itself reads, and attributes that are not called as in HTML. */
const NAMES: Readonly<Record<string, string>> = { className: 'class', children: 'children' };
/** Booleans that mean something when they are false: without them the project decides. */
const CHOICES: readonly string[] = ['addIdentities', 'askDeviceName'];

function sort(props: Values): Sorted {
  const attributes: Record<string, unknown> = {};
  const properties: Record<string, unknown> = {};
  const handlers = new Map<string, (event: Event) => void>();
  for (const [name, value] of Object.entries(props)) {
    if (name in NAMES) attributes[NAMES[name] ?? name] = value;
    else if (/^on[A-Z]/u.test(name)) {
      if (typeof value === 'function') handlers.set(`mpin${kebab(name.slice(2))}`, value as (event: Event) => void);
    } else if (name === 'password' || (typeof value === 'object' && value !== null) || typeof value === 'number') properties[name] = value;
    else if (typeof value === 'boolean') attributes[kebab(name)] = value ? '' : CHOICES.includes(name) ? 'false' : undefined;
    else attributes[kebab(name)] = value;
  }
  return { attributes, properties, handlers };
}

/** `userId` → `user-id`, `SignedIn` → `-signed-in`. */
const kebab = (name: string): string => name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);

const EVENTS: readonly (keyof MpinEventMap)[] = [
  'mpin-signed-in', 'mpin-signed-out', 'mpin-registered', 'mpin-locked', 'mpin-removed', 'mpin-selected', 'mpin-otp', 'mpin-error', 'mpin-state', 'mpin-closed', 'mpin-retry', 'mpin-expired',
];

function listen(element: HTMLElement, tell: (name: string, event: Event) => void): () => void {
  const controller = new AbortController();
  for (const name of EVENTS) element.addEventListener(name, (event) => tell(name, event), { signal: controller.signal });
  return () => controller.abort();
}
