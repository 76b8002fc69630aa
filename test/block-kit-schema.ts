import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { _, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import type { BlockKitPayload, Surface } from './block-kit.ts';

type Schema = Record<string, unknown>;
type BlockKitSchema = Schema & { $id: string; $defs: Record<string, Schema> };

const schemaFile = new URL('../../shared/slack/block-kit.schema.json', import.meta.url);

const require = createRequire(import.meta.url);
const CACHE = new URL('../node_modules/.cache/order-cloud/', import.meta.url);
const AJV_VERSION: string = require('ajv/package.json').version;

/** Whether the JSON Schema of Block Kit lies next to the project. */
export const schemaPresent = existsSync(schemaFile);

/** What the JSON Schema of Block Kit refuses in a message's blocks or a whole view; nothing where it is absent. */
export function schemaProblems(surface: Surface, { text: _fallback, ...view }: BlockKitPayload): string[] {
  if (!schemaPresent || !Array.isArray(view.blocks)) return [];
  if (surface === 'message' && view.blocks.length === 0) return [];
  const validate = validatorOf(surface);
  if (validate(surface === 'message' ? view.blocks : { ...view, type: surface })) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath || '/'}: ${message} ${JSON.stringify(params)}`,
  );
}

const validators = new Map<Surface, ValidateFunction>();

/** What a surface has to match: compiled once for all processes, as that takes a third of a second each time. */
function validatorOf(surface: Surface): ValidateFunction {
  const known = validators.get(surface);
  if (known) return known;
  const text = readFileSync(schemaFile, 'utf8');
  const made = [AJV_VERSION, text, readFileSync(fileURLToPath(import.meta.url), 'utf8')].join('\n');
  const key = createHash('sha256').update(made).digest('hex').slice(0, 16);
  const file = new URL(`block-kit-${surface}-${key}.cjs`, CACHE);
  if (!existsSync(file)) save(file, compiled(surface, JSON.parse(text)));
  const validate: ValidateFunction = require(fileURLToPath(file));
  validators.set(surface, validate);
  return validate;
}

function compiled(surface: Surface, schema: BlockKitSchema): string {
  chooseByType(schema, schema.$defs);
  const formats = { uri: (text: string) => URL.canParse(text) };
  const code = { source: true, formats: _`{ uri: (text) => URL.canParse(text) }` };
  const ajv = new Ajv2020({ allErrors: true, strict: false, discriminator: true, formats, code });
  ajv.addSchema(schema);
  const validate = ajv.getSchema(surface === 'message' ? schema.$id : `${schema.$id}#/$defs/${surface}_view`);
  if (!validate) throw new Error(`The JSON Schema of Block Kit says nothing of a ${surface}`);
  return standalone.default(ajv, validate);
}

/** Another process may be at the same file: each of them writes a whole one. */
function save(file: URL, code: string): void {
  mkdirSync(CACHE, { recursive: true });
  const whole = new URL(`${file.href}.${process.pid}`);
  writeFileSync(whole, code);
  renameSync(whole, file);
}

/** Lets ajv choose an alternative by its `type`, so that it speaks of the one that was meant and of no other. */
function chooseByType(schema: Schema, definitions: Record<string, Schema>): void {
  const types = alternatives(schema).map((alternative) => typeOf(alternative, definitions));
  if (types.length > 0 && types.every((type) => type !== undefined)) {
    Object.assign(schema, { type: 'object', required: ['type'], discriminator: { propertyName: 'type' } });
  }
  for (const child of Object.values(schema).flat()) {
    if (isSchema(child)) chooseByType(child, definitions);
  }
}

function alternatives({ oneOf }: Schema): Schema[] {
  return Array.isArray(oneOf) ? oneOf.filter(isSchema) : [];
}

function typeOf({ $ref }: Schema, definitions: Record<string, Schema>): unknown {
  const properties = definitions[String($ref).replace('#/$defs/', '')]?.properties;
  const type = isSchema(properties) ? properties.type : undefined;
  return isSchema(type) ? type.const : undefined;
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
