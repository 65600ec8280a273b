import { synthesised } from '../lib/synthesised.ts';

/** A night's definition as it is synthesised, with each function's ARN as its logical id. */
export const synthesisedNight = (built: ReturnType<typeof synthesised> = synthesised()): string => {
  const { Properties } = built.only('AWS::StepFunctions::StateMachine');
  const parts: (string | { 'Fn::GetAtt': [string, string] })[] =
    Properties.DefinitionString['Fn::Join'][1];
  return parts
    .map((part) =>
      typeof part === 'string'
        ? part
        : `arn:aws:lambda:eu-north-1:000000000000:function:${part['Fn::GetAtt'][0]}`,
    )
    .join('');
};
