import { CfnOutput, Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  ClientAttributes,
  FeaturePlan,
  LambdaVersion,
  Mfa,
  StringAttribute,
  UserPool,
  UserPoolOperation,
} from 'aws-cdk-lib/aws-cognito';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { AddClaimsEnv } from '../functions/env.ts';
import { AppFunction } from './app-function.ts';
import type { OperatorAlarms } from './operator-alarms.ts';
import type { Issuer } from './stages.ts';

export interface SignInProps {
  readonly alarms: OperatorAlarms;
  readonly logRetention: RetentionDays;
}

/**
 * A user pool whose access tokens say what their holder may do.
 *
 * The scopes are kept in the users' own attributes `custom:role`, `custom:organisations` and
 * `custom:counties`, which the app client may neither read nor write: only an administrator of the
 * pool sets them.
 */
export class SignIn extends Construct {
  readonly issuer: Issuer;

  constructor(scope: Construct, id: string, props: SignInProps) {
    super(scope, id);
    const addClaims = new AppFunction(this, 'AddClaims', {
      name: 'sign-in/add-claims',
      env: AddClaimsEnv,
      environment: {},
      errorImpact: 'Nobody can sign in: tokens are not given without their claims.',
      // Cognito waits five seconds for its trigger.
      timeout: Duration.seconds(5),
      ...props,
    });

    const scopeAttribute = new StringAttribute({ mutable: true, maxLen: 2048 });
    const pool = new UserPool(this, 'UserPool', {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      passwordPolicy: {
        minLength: 14,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      customAttributes: {
        role: scopeAttribute,
        organisations: scopeAttribute,
        counties: scopeAttribute,
      },
      // The cheapest plan on which a trigger may write into access tokens.
      featurePlan: FeaturePlan.ESSENTIALS,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(pool).acknowledge({
      id: 'AwsSolutions-COG8',
      reason:
        'The Plus plan guards against guessed and leaked passwords. Here no password is enough: ' +
        'everyone signs in with a second factor, and only administrators make users.',
    });
    pool.addTrigger(
      UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG,
      addClaims.lambda,
      LambdaVersion.V2_0,
    );

    const ownAttributes = new ClientAttributes().withStandardAttributes({ email: true });
    const client = pool.addClient('Client', {
      // Without the scopes, so that nobody writes their own.
      readAttributes: ownAttributes,
      writeAttributes: ownAttributes,
      // The second is for administrators with rights in the AWS account.
      authFlows: { userSrp: true, adminUserPassword: true },
      disableOAuth: true,
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.days(1),
    });

    this.issuer = {
      url: `https://cognito-idp.${pool.env.region}.amazonaws.com/${pool.userPoolId}`,
      audience: [client.userPoolClientId],
    };
    new CfnOutput(this, 'UserPoolId', { value: pool.userPoolId });
    new CfnOutput(this, 'ClientId', { value: client.userPoolClientId });
  }
}
