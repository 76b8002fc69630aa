import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { BlockKitPayload, Surface } from './block-kit.ts';

type Schema = Record<string, unknown>;
type BlockKitSchema = Schema & { $id: string; $defs: Record<string, Schema> };

const schemaFile = new URL('../../shared/slack/block-kit.schema.json', import.meta.url);

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

function validatorOf(surface: Surface): ValidateFunction {
  const known = validators.get(surface);
  if (known) return known;
  const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as BlockKitSchema;
  chooseByType(schema, schema.$defs);
  const formats = { uri: (text: string) => URL.canParse(text) };
  const ajv = new Ajv2020({ allErrors: true, strict: false, discriminator: true, formats });
  ajv.addSchema(schema);
  const validate = ajv.getSchema(surface === 'message' ? schema.$id : `${schema.$id}#/$defs/${surface}_view`);
  if (!validate) throw new Error(`The JSON Schema of Block Kit says nothing of a ${surface}`);
  validators.set(surface, validate);
  return validate;
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
