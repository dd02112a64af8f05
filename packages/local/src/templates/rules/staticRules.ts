import type { StaticRule } from './StaticRule';
import { adoption } from './adoption';
import { agreement } from './agreement';
import { changelog } from './changelog';
import { documentation } from './documentation';
import { formFields } from './formFields';
import { formSchema } from './formSchema';
import { lint } from './lint';
import { manifest } from './manifest';
import { moduleChecks } from './moduleChecks';
import { outputs } from './outputs';
import { samples } from './samples';
import { stepInputs } from './stepInputs';
import { templateEntity } from './templateEntity';
import { translations } from './translations';

/** What the files alone show, in the order in which it is told. */
export const staticRules: StaticRule[] = [
  templateEntity,
  formSchema,
  formFields,
  stepInputs,
  translations,
  manifest,
  agreement,
  outputs,
  adoption,
  moduleChecks,
  lint,
  samples,
  changelog,
  documentation,
];
