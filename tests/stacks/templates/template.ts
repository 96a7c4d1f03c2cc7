/** What JSON can hold. */
export type Value = string | number | boolean | null | Value[] | { [key: string]: Value };

export interface Parameter {
  Type: string;
  Description?: string;
  Default?: string | number;
  AllowedPattern?: string;
  AllowedValues?: (string | number)[];
  MinLength?: number | string;
  MaxLength?: number | string;
  MinValue?: number | string;
  MaxValue?: number | string;
  ConstraintDescription?: string;
  NoEcho?: boolean | string;
}

export interface Resource {
  Type: string;
  Properties?: Record<string, Value>;
  Condition?: string;
  DependsOn?: string | string[];
  DeletionPolicy?: string;
  UpdateReplacePolicy?: string;
  Metadata?: Record<string, Value>;
  CreationPolicy?: Record<string, Value>;
  UpdatePolicy?: Record<string, Value>;
}

export interface Output {
  Value: Value;
  Description?: string;
  Condition?: string;
  Export?: Value;
}

export interface Rule {
  RuleCondition?: Value;
  Assertions: { Assert: Value; AssertDescription?: string }[];
}

/** A template as CloudFormation reads it, with short forms such as !Ref written out. */
export interface Template {
  Description?: string;
  Metadata?: Record<string, Value>;
  Parameters?: Record<string, Parameter>;
  Rules?: Record<string, Rule>;
  Mappings?: Record<string, Record<string, Record<string, Value>>>;
  Conditions?: Record<string, Value>;
  Resources: Record<string, Resource>;
  Outputs?: Record<string, Output>;
}
