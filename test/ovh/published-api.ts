import { existsSync, readFileSync } from 'node:fs';

type Parameter = {
  name?: string | null;
  fullType: string;
  paramType: 'path' | 'query' | 'body';
  required: boolean;
};
type Operation = {
  httpMethod: string;
  parameters: Parameter[];
  responseType: string;
  iamActions: { name: string }[] | null;
};
type Property = { type: string; fullType?: string; canBeNull: boolean; required: boolean };
type Model = { enum?: string[]; properties?: Record<string, Property> };
type Schema = {
  basePath: string;
  apis: { path: string; operations: Operation[] }[];
  models: Record<string, Model>;
};

/** How an example treats what OVHcloud may leave away. */
export type Variant = 'everything' | 'nulls and empty lists' | 'nullable fields missing';

const folder = new URL('../../../shared/ovh-api/', import.meta.url);

/** False where OVHcloud's published schemas are not at hand: they are no part of the project. */
export const isAtHand = existsSync(folder);

function load(): Omit<Schema, 'basePath'> {
  const schemas = ['order', 'me', 'cloud', 'auth', 'iam-v2'].map((name): Schema => {
    return JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
  });
  // Paths of version 2 are told apart by their beginning, as in src/ovh.
  const withVersion = ({ basePath, apis }: Schema) =>
    basePath.endsWith('/v2') ? apis.map((api) => ({ ...api, path: `/v2${api.path}` })) : apis;
  return {
    apis: schemas.flatMap(withVersion),
    models: Object.assign({}, ...schemas.map(({ models }) => models)),
  };
}

const { apis, models } = isAtHand ? load() : { apis: [], models: {} as Schema['models'] };

/** The published operation behind a request, or undefined if there is none. */
export function findOperation(method: string, path: string): Operation | undefined {
  const matching = apis.filter((api) => new RegExp(`^${api.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(path));
  return matching.flatMap((api) => api.operations).find((operation) => operation.httpMethod === method);
}

/** An answer that OVHcloud's published model allows; `inside` are the models around it, for some contain themselves. */
export function exampleOf(type: string, variant: Variant, inside: string[] = []): unknown {
  if (type.endsWith('[]')) {
    const element = type.slice(0, -2);
    const empty = variant === 'nulls and empty lists' || inside.includes(element);
    return empty ? [] : [exampleOf(element, variant, inside)];
  }
  const model = models[type];
  if (model?.enum) return model.enum[0];
  if (model?.properties) {
    const fields = Object.entries(model.properties).flatMap(([name, property]) => {
      const fieldType = property.fullType ?? property.type;
      if (property.canBeNull && variant === 'nullable fields missing') return [];
      if (property.canBeNull && variant === 'nulls and empty lists') return [[name, null]];
      return [[name, inside.includes(fieldType) ? null : exampleOf(fieldType, variant, [...inside, type])]];
    });
    return Object.fromEntries(fields);
  }
  if (type in primitives) return primitives[type];
  throw new Error(`no example for ${type}`);
}

const primitives: Record<string, unknown> = {
  boolean: true,
  datetime: '2026-11-23T10:00:00+01:00',
  double: 1.5,
  duration: 'P1M',
  ipBlock: '192.0.2.0/24',
  long: 42,
  password: 'text',
  string: 'text',
  text: 'text',
  'map[string]string': {},
  uuid: '0123456789ab4def0123456789abcdef',
  void: null,
};

/** What OVHcloud's published parameters find wrong with a request. */
export function faultsOf(operation: Operation, query: URLSearchParams, body: string): string[] {
  const asked = Object.fromEntries([...query].map(([name, value]) => [name, valueOfQuery(value)]));
  const parameters = operation.parameters.filter(({ paramType }) => paramType === 'query');
  const known = Object.fromEntries(parameters.map((parameter) => [parameter.name, parameter]));
  const inBody = operation.parameters.filter(({ paramType }) => paramType === 'body');
  const [wholeBody] = inBody;
  // Some calls name the fields of their body one by one, instead of a model for all of it.
  if (wholeBody?.name) {
    const fields = Object.fromEntries(inBody.map((parameter) => [parameter.name, parameter]));
    return [...faultsOfFields(known, asked), ...faultsOfFields(fields, JSON.parse(body))];
  }
  if (!wholeBody) return [...faultsOfFields(known, asked), ...(body ? ['a body that is not asked for'] : [])];
  return [
    ...faultsOfFields(known, asked),
    ...faultsOfFields(models[wholeBody.fullType]?.properties ?? {}, JSON.parse(body)),
  ];
}

function faultsOfFields(
  known: Record<string, { fullType?: string; required: boolean }>,
  sent: Record<string, unknown>,
): string[] {
  const missing = Object.entries(known).flatMap(([name, { required }]) =>
    required && !(name in sent) ? [`${name} is missing`] : [],
  );
  const wrong = Object.entries(sent).flatMap(([name, value]) => {
    const type = known[name]?.fullType;
    if (type === undefined) return [`${name} is not known`];
    return fits(type, value) ? [] : [`${name} is no ${type}`];
  });
  return [...missing, ...wrong];
}

function fits(type: string, value: unknown): boolean {
  if (type.endsWith('[]')) {
    return Array.isArray(value) && value.every((each) => fits(type.slice(0, -2), each));
  }
  const options = models[type]?.enum;
  if (options) return options.includes(String(value));
  if (type === 'datetime') return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/.test(String(value));
  return typeof value === typeof primitives[type];
}

const valueOfQuery = (text: string) => (text === 'true' || text === 'false' ? text === 'true' : text);
