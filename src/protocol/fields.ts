import { Field } from '@noble/curves/abstract/modular.js';
import { P, R } from './parameters.ts';

/** The base field. */
export const Fp = Field(P);

/** The field of scalars, modulo the groups' order. */
export const Fr = Field(R);
