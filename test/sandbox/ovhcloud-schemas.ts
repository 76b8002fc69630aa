import { existsSync, readFileSync } from 'node:fs';
import { matchTemplate } from '../../src/sandbox/ovhcloud/templates.ts';

const FOLDER = new URL('../../../shared/ovh-api/', import.meta.url);

/** Why the tests against OVHcloud's own schemas do not run here, or false where they do. */
export const schemasAbsent = existsSync(FOLDER)
  ? false
  : 'the OVHcloud schemas in ../shared/ovh-api are not here';

type Property = { type: string; fullType?: string; canBeNull: boolean; required: boolean };
type Model = { enum?: string[]; properties?: Record<string, Property> };
type Operation = {
  httpMethod: string;
  responseType: string;
  noAuthentication: boolean;
  iamActions?: { name: string }[] | null;
  parameters: { name?: string | null; paramType: string; dataType: string; required: boolean }[];
};
type Schema = {
  basePath: string;
  apis: { path: string; operations: Operation[] }[];
  models: Record<string, Model>;
};

export type Schemas = {
  /** What is wrong with the body of an answer; empty when it is as its schema says. */
  problemsOf(method: string, template: string, body: unknown): string[];
  /** The operation behind a template, whatever its parameters are called; undefined when no schema has it. */
  operation(method: string, template: string): Operation | undefined;
};

/** Fields that answers are known to hold although no schema has them. */
const SEEN_ANYWAY = ['order.cart.ConfigurationRequirements.allowedValues'];

const SCALARS: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  text: (value) => typeof value === 'string',
  password: (value) => typeof value === 'string',
  uuid: (value) => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value),
  boolean: (value) => typeof value === 'boolean',
  long: (value) => Number.isSafeInteger(value),
  double: (value) => typeof value === 'number' && Number.isFinite(value),
  datetime: (value) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value),
  date: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value),
  duration: (value) => typeof value === 'string' && /^P(?=.)(\d+Y)?(\d+M)?(\d+D)?$/.test(value),
};

/** Reads OVHcloud's schemas (`order`, `me`, `cloud`, `auth`, `iam`). Templates of version 2 begin with `/v2/`. */
export function readSchemas(): Schemas {
  const all = ['order', 'me', 'cloud', 'auth', 'iam-v2'].map(
    (name) => JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')) as Schema,
  );
  const find = (method: string, template: string) => {
    const isV2 = template.startsWith('/v2/');
    const wanted = template.replace(/^\/v2/, '').replace(/[{}]/g, '');
    for (const { basePath, apis, models } of all) {
      if (basePath.endsWith('/v2') !== isV2) continue;
      const path = apis.find((api) => matchTemplate(api.path, wanted));
      const operation = path?.operations.find((each) => each.httpMethod === method);
      if (operation) return { operation, models };
    }
    return undefined;
  };
  return {
    operation: (method, template) => find(method, template)?.operation,
    problemsOf(method, template, body) {
      const found = find(method, template);
      if (!found) return [`${method} ${template} is in no schema`];
      const { operation, models } = found;
      if (operation.responseType === 'void') return body === null ? [] : ['the answer has to be null'];
      return problems(models, operation.responseType, body, 'answer');
    },
  };
}

/** Everything that is wrong with `value` as a `type`, each with where it is. */
export function problems(models: Record<string, Model>, type: string, value: unknown, at: string): string[] {
  if (type.endsWith('[]')) {
    if (!Array.isArray(value)) return [`${at} is no list`];
    return value.flatMap((each, index) => problems(models, type.slice(0, -2), each, `${at}[${index}]`));
  }
  const scalar = SCALARS[type];
  if (scalar) return scalar(value) ? [] : [`${at} is no ${type}: ${JSON.stringify(value)}`];
  const model = models[type];
  if (!model) return [`${at}: the type ${type} is unknown`];
  if (model.enum)
    return model.enum.includes(String(value)) ? [] : [`${at} is no ${type}: ${JSON.stringify(value)}`];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${at} is no object`];
  return fieldProblems(models, type, model.properties ?? {}, value, at);
}

function fieldProblems(
  models: Record<string, Model>,
  type: string,
  properties: Record<string, Property>,
  value: object,
  at: string,
): string[] {
  const given = value as Record<string, unknown>;
  const unknown = Object.keys(given)
    .filter((name) => !(name in properties) && !SEEN_ANYWAY.includes(`${type}.${name}`))
    .map((name) => `${at}.${name} is not in ${type}`);
  const wrong = Object.entries(properties).flatMap(([name, property]) => {
    const field = given[name];
    if (field === undefined) return property.canBeNull ? [] : [`${at}.${name} is missing`];
    if (field === null) return property.canBeNull ? [] : [`${at}.${name} may not be null`];
    return problems(models, property.fullType ?? property.type, field, `${at}.${name}`);
  });
  return [...unknown, ...wrong];
}
