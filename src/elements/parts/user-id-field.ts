import type { TemplateResult } from 'lit';
import { userIdLimit } from '../../machine/index.ts';
import type { FieldProblem, State } from '../../machine/index.ts';
import type { Texts } from '../texts/texts.ts';
import { textField } from './text-field.ts';

/** What the field begins with, and whether it can be typed into. */
export interface UserIdFieldOptions {
  readonly value: string;
  readonly problem: FieldProblem | undefined;
  readonly focus: boolean;
  readonly readonly: boolean;
}

/** The field for an address or, where the project has other user ids, for one of those, under the project's own label. */
export function userIdField(context: State['context'], texts: Texts, { value, problem, focus, readonly }: UserIdFieldOptions): TemplateResult {
  const { project } = context;
  const byEmail = project?.identityType !== 'alphanumeric';
  return textField({
    name: 'userId', label: byEmail ? texts.email : project.identityTypeLabel || texts.userId, value, error: problem && problemText(problem, byEmail, texts, userIdLimit(context)),
    autocomplete: byEmail ? 'email' : 'username', inputmode: byEmail ? 'email' : 'text', focus, readonly,
  });
}

function problemText(problem: FieldProblem, byEmail: boolean, texts: Texts, most: number): string {
  if (problem === 'too-long') return texts.tooLong(most);
  if (problem === 'missing') return byEmail ? texts.emailMissing : texts.userIdMissing;
  return byEmail ? texts.emailInvalid : texts.userIdInvalid;
}
