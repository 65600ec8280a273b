import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/*
 * The synthesised template as CloudFormation would see it, with every reference resolved to what
 * it is on this machine. What is not asked for is not resolved, so that a resource that has no
 * local counterpart does no harm.
 */

/** The account and the region that the template believes it is in. */
export const region = 'eu-north-1';
export const account = '000000000000';

const Raw = z.object({
  Parameters: z.record(z.string(), z.object({ Default: z.unknown().optional() })).default({}),
  Resources: z.record(
    z.string(),
    z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).default({}) }),
  ),
});

/** Attributes that this machine gives: by resource type, then by attribute. */
export type LocalAttributes = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface Resource<Properties> {
  readonly id: string;
  readonly properties: Properties;
}

const pseudoParameters: Readonly<Record<string, unknown>> = {
  'AWS::AccountId': account,
  'AWS::NoValue': undefined,
  'AWS::Partition': 'aws',
  'AWS::Region': region,
  'AWS::URLSuffix': 'amazonaws.com',
};

/** The property in which the template may name a resource itself. */
const nameProperties: Readonly<Record<string, string>> = {
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::DynamoDB::GlobalTable': 'TableName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::SES::ConfigurationSet': 'Name',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::StepFunctions::StateMachine': 'StateMachineName',
};

/** How the ARN of a type is made from its resource's name. */
const arnParts: Readonly<Record<string, readonly [service: string, prefix: string]>> = {
  'AWS::DynamoDB::Table': ['dynamodb', 'table/'],
  'AWS::DynamoDB::GlobalTable': ['dynamodb', 'table/'],
  'AWS::Lambda::Function': ['lambda', 'function:'],
  'AWS::StepFunctions::StateMachine': ['states', 'stateMachine:'],
  'AWS::SNS::Topic': ['sns', ''],
  'AWS::SQS::Queue': ['sqs', ''],
};

/** The types whose `Ref` is their ARN, not their name. */
const refersByArn = new Set(['AWS::StepFunctions::StateMachine', 'AWS::SNS::Topic']);

const Pair = z.tuple([z.union([z.string(), z.number().transform(String)]), z.unknown()]);
const Join = z.tuple([z.string(), z.array(z.unknown())]);
const Sub = z.union([z.string(), z.tuple([z.string(), z.record(z.string(), z.unknown())])]);

const text = (value: unknown, where: string): string => {
  if (typeof value === 'string' || typeof value === 'number') {
    return String(value);
  }
  throw new Error(`${where} does not resolve to text in the template.`);
};

export class Template {
  private readonly raw: z.output<typeof Raw>;
  private readonly attributes: LocalAttributes;

  constructor(json: unknown, attributes: LocalAttributes = {}) {
    this.raw = Raw.parse(json);
    this.attributes = attributes;
  }

  static async read(file: string, attributes: LocalAttributes): Promise<Template> {
    return new Template(JSON.parse(await readFile(file, 'utf8')), attributes);
  }

  /** The resources of a type, each with those of its properties that the schema names, resolved. */
  list<Schema extends z.ZodObject>(
    type: string,
    schema: Schema,
  ): readonly Resource<z.output<Schema>>[] {
    return Object.entries(this.raw.Resources)
      .filter(([, resource]) => resource.Type === type)
      .map(([id]) => ({ id, properties: this.one(id, schema) }));
  }

  /** Those properties of a resource that the schema names, resolved. */
  one<Schema extends z.ZodObject>(id: string, schema: Schema): z.output<Schema> {
    const { Type, Properties } = this.resource(id);
    const wanted = Object.keys(schema.shape).filter((key) => Properties[key] !== undefined);
    const resolved = wanted.map((key) => [key, this.resolve(Properties[key])]);
    const parsed = schema.safeParse(Object.fromEntries(resolved));
    if (!parsed.success) {
      throw new Error(`${Type} ${id}: ${z.prettifyError(parsed.error)}`);
    }
    return parsed.data;
  }

  /** The only resource of a type. */
  single<Schema extends z.ZodObject>(type: string, schema: Schema): Resource<z.output<Schema>> {
    const found = this.list(type, schema);
    const [first] = found;
    if (first === undefined || found.length > 1) {
      throw new Error(`The template has ${found.length} resources of type ${type}, not one.`);
    }
    return first;
  }

  /** What `Ref` gives for a resource. */
  ref(id: string): unknown {
    if (Object.hasOwn(pseudoParameters, id)) {
      return pseudoParameters[id];
    }
    const parameter = this.raw.Parameters[id];
    if (parameter !== undefined) {
      return parameter.Default;
    }
    return refersByArn.has(this.resource(id).Type) ? this.attribute(id, 'Arn') : this.nameOf(id);
  }

  arn(id: string): string {
    return this.attribute(id, 'Arn');
  }

  private resource(id: string) {
    const resource = this.raw.Resources[id];
    if (resource === undefined) {
      throw new Error(`The template refers to ${id}, which it does not have.`);
    }
    return resource;
  }

  private nameOf(id: string): string {
    const { Type, Properties } = this.resource(id);
    const given = Properties[nameProperties[Type] ?? ''];
    return given === undefined ? id : text(this.resolve(given), id);
  }

  private attribute(id: string, name: string): string {
    const { Type } = this.resource(id);
    const local = this.attributes[Type]?.[name];
    if (local !== undefined) {
      return local;
    }
    const parts = arnParts[Type];
    if (name === 'Arn' && parts !== undefined) {
      const [service, prefix] = parts;
      return `arn:aws:${service}:${region}:${account}:${prefix}${this.nameOf(id)}`;
    }
    // Types that only exist here by their name: roles, log groups, user pools.
    return `${this.nameOf(id)}.${name}`;
  }

  private resolve(value: unknown): unknown {
    if (Array.isArray(value)) {
      return value.map((item) => this.resolve(item)).filter((item) => item !== undefined);
    }
    if (typeof value !== 'object' || value === null) {
      return value;
    }
    const entries = Object.entries(value);
    const [only] = entries;
    if (entries.length === 1 && only !== undefined) {
      const [name, argument] = only;
      if (name === 'Ref' || name.startsWith('Fn::')) {
        return this.call(name, argument);
      }
    }
    return Object.fromEntries(
      entries
        .map(([key, item]) => [key, this.resolve(item)] as const)
        .filter(([, item]) => item !== undefined),
    );
  }

  private call(name: string, argument: unknown): unknown {
    switch (name) {
      case 'Ref':
        return this.ref(z.string().parse(argument));
      case 'Fn::GetAtt': {
        const [id, attribute] = Pair.parse(
          typeof argument === 'string' ? argument.split('.') : argument,
        );
        return this.attribute(id, text(attribute, id));
      }
      case 'Fn::Join': {
        const [separator, parts] = Join.parse(argument);
        return parts.map((part) => text(this.resolve(part), name)).join(separator);
      }
      case 'Fn::Sub':
        return this.substitute(Sub.parse(argument));
      case 'Fn::Select': {
        const [index, list] = Pair.parse(argument);
        return z.array(z.unknown()).parse(this.resolve(list))[Number(index)];
      }
      case 'Fn::Split': {
        const [separator, source] = Pair.parse(argument);
        return text(this.resolve(source), name).split(separator);
      }
      default:
        throw new Error(`local/template.ts does not know ${name}.`);
    }
  }

  private substitute(argument: z.output<typeof Sub>): string {
    const [pattern, variables] = typeof argument === 'string' ? [argument, {}] : argument;
    return pattern.replace(/\$\{(!?)([^}]+)\}/g, (whole, literal: string, name: string) => {
      if (literal !== '') {
        return whole.replace('!', '');
      }
      if (Object.hasOwn(variables, name)) {
        return text(this.resolve(variables[name]), name);
      }
      const [id = '', ...attribute] = name.split('.');
      return attribute.length === 0
        ? text(this.ref(id), name)
        : this.attribute(id, attribute.join('.'));
    });
  }
}

const Assets = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.object({ path: z.string() }),
      destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
    }),
  ),
});

/** Where each uploaded file of a stack lies in its assembly, by the key it would have in S3. */
export const readAssets = async (
  directory: string,
  file: string,
): Promise<ReadonlyMap<string, string>> => {
  const { files } = Assets.parse(JSON.parse(await readFile(join(directory, file), 'utf8')));
  return new Map(
    Object.values(files).flatMap(({ source, destinations }) =>
      Object.values(destinations).map(({ objectKey }) => [objectKey, join(directory, source.path)]),
    ),
  );
};
