import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Template } from '../../local/template.ts';

const aTemplate = (value: unknown) =>
  new Template(
    {
      Parameters: { Given: { Type: 'String', Default: 'by default' } },
      Resources: {
        Subject: { Type: 'Test::Subject', Properties: { value, ignored: { 'Fn::Unheard': [] } } },
        Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: {} },
        Topic: { Type: 'AWS::SNS::Topic', Properties: {} },
        Function: { Type: 'AWS::Lambda::Function', Properties: {} },
        Named: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'the-table' } },
      },
    },
    { 'AWS::ApiGatewayV2::Api': { ApiEndpoint: 'http://here' } },
  );

const resolved = (value: unknown) =>
  aTemplate(value).single('Test::Subject', z.object({ value: z.unknown() })).properties.value;

/** `<name>` as the template writes it, which would look like a forgotten template string here. */
const placeholders = (text: string) => text.replaceAll('<', '$' + '{').replaceAll('>', '}');

describe('A value of the template', () => {
  test.each([
    [{ Ref: 'Function' }, 'Function'],
    [{ Ref: 'Named' }, 'the-table'],
    [{ Ref: 'Topic' }, 'arn:aws:sns:eu-north-1:000000000000:Topic'],
    [{ Ref: 'Given' }, 'by default'],
    [{ Ref: 'AWS::Region' }, 'eu-north-1'],
    [
      { 'Fn::GetAtt': ['Function', 'Arn'] },
      'arn:aws:lambda:eu-north-1:000000000000:function:Function',
    ],
    [
      { 'Fn::GetAtt': ['Named', 'Arn'] },
      'arn:aws:dynamodb:eu-north-1:000000000000:table/the-table',
    ],
    [{ 'Fn::GetAtt': 'Api.ApiEndpoint' }, 'http://here'],
    [{ 'Fn::Join': ['/', ['a', { Ref: 'Function' }]] }, 'a/Function'],
    [
      { 'Fn::Sub': placeholders('<AWS::Partition>-<Named>-<Api.ApiEndpoint>-<!kept>') },
      `aws-the-table-http://here-${placeholders('<kept>')}`,
    ],
    [{ 'Fn::Sub': [placeholders('<own>!'), { own: { Ref: 'Named' } }] }, 'the-table!'],
    [{ 'Fn::Select': [1, { 'Fn::Split': [':', 'a:b:c'] }] }, 'b'],
    [[{ Ref: 'AWS::NoValue' }, { kept: true, left: { Ref: 'AWS::NoValue' } }], [{ kept: true }]],
    [{ deep: [{ Ref: 'Named' }] }, { deep: ['the-table'] }],
  ])('%j is %j here', (value, expected) => {
    expect(resolved(value)).toEqual(expected);
  });

  test('that refers to nothing is refused by its name', () => {
    expect(() => resolved({ Ref: 'Missing' })).toThrow('Missing');
  });

  test('that uses a function which is not known here is refused by its name', () => {
    expect(() => resolved({ 'Fn::If': ['Is', 1, 2] })).toThrow('Fn::If');
  });

  test('that does not fit what is expected is refused with the resource it belongs to', () => {
    expect(() => aTemplate(7).single('Test::Subject', z.object({ value: z.string() }))).toThrow(
      'Test::Subject Subject',
    );
  });
});
