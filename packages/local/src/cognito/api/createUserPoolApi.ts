import { randomBytes } from 'node:crypto';
import {
  GetGroupCommand,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Sessions } from '../oauth/Sessions';
import type { Answer, Handler, Incoming } from '../program/http';
import type { People } from '../program/People';

export type UserPoolApiOptions = {
  /** Address of cognito-local. */
  inner: string;
  api: CognitoIdentityProviderClient;
  people: People;
  sessions: Sessions;
};

type Body = {
  Username?: string;
  UserPoolId?: string;
  GroupName?: string;
  AuthParameters?: { USERNAME?: string };
  UserAttributes?: { Name: string; Value?: string }[];
};

/** Answers, or changes the request and lets it through. */
type FillIn = (body: Body) => Promise<Answer | undefined>;

/**
 * The user pool API: cognito-local's, with what it lacks filled in where ours is
 * asked for. Each fill-in says what Cognito does.
 */
export function createUserPoolApi(options: UserPoolApiOptions): Handler {
  const { inner } = options;
  const fillIns = createFillIns(options);
  return async incoming => {
    const target = String(incoming.headers['x-amz-target']);
    const body = JSON.parse(incoming.body || '{}') as Body;
    lowerCaseEmail(body);
    const answer = await fillIns[target.split('.')[1]]?.(body);
    return answer ?? forward(inner, incoming, body);
  };
}

function createFillIns({
  api,
  people,
  sessions,
}: UserPoolApiOptions): Record<string, FillIn | undefined> {
  const notDisabled: FillIn = async ({ AuthParameters }) => {
    const person = await people.find(AuthParameters?.USERNAME ?? '');
    return person && !person.enabled
      ? refusal('NotAuthorizedException', 'User is disabled.')
      : undefined;
  };
  return {
    // cognito-local overwrites a group and forgets its members.
    CreateGroup: async ({ UserPoolId, GroupName }) => {
      const exists = await api
        .send(new GetGroupCommand({ UserPoolId, GroupName }))
        .then(
          () => true,
          () => false,
        );
      return exists
        ? refusal(
            'GroupExistsException',
            'A group with the name already exists',
          )
        : undefined;
    },
    // Of a pool whose administrators alone create users.
    SignUp: async () =>
      refusal(
        'NotAuthorizedException',
        'SignUp is not permitted for this user pool',
      ),
    // cognito-local wants the email beside it; Cognito takes it alone.
    AdminUpdateUserAttributes: async body => {
      const names = body.UserAttributes?.map(({ Name }) => Name) ?? [];
      if (!names.includes('email_verified') || names.includes('email')) {
        return undefined;
      }
      const person = await people.find(body.Username ?? '');
      body.UserAttributes?.push({ Name: 'email', Value: person?.email });
      return undefined;
    },
    // cognito-local finds a user's groups by its own name for the user alone.
    AdminListGroupsForUser: async body => {
      const person = await people.find(body.Username ?? '');
      body.Username = person?.username ?? body.Username;
      return undefined;
    },
    AdminInitiateAuth: notDisabled,
    InitiateAuth: notDisabled,
    AdminResetUserPassword: async ({ Username = '' }) => {
      const person = await people.find(Username);
      if (!person) return unknownUser();
      if (!person.enabled) {
        return refusal('NotAuthorizedException', 'User is disabled.');
      }
      if (person.status === 'FORCE_CHANGE_PASSWORD') {
        return refusal(
          'NotAuthorizedException',
          'User password cannot be reset in the current state.',
        );
      }
      await people.requireReset(person, randomBytes(24).toString('base64url'));
      sessions.forget(person.username);
      return done();
    },
    AdminUserGlobalSignOut: async ({ Username = '' }) => {
      const person = await people.find(Username);
      if (!person) return unknownUser();
      sessions.forget(person.username);
      return done();
    },
  };
}

/** Our pool does not tell apart how an email is written; cognito-local does. */
function lowerCaseEmail(body: Body) {
  if (body.Username?.includes('@')) {
    body.Username = body.Username.toLowerCase();
  }
  for (const attribute of body.UserAttributes ?? []) {
    if (attribute.Name === 'email') {
      attribute.Value = attribute.Value?.toLowerCase();
    }
  }
}

async function forward(
  inner: string,
  { headers }: Incoming,
  body: Body,
): Promise<Answer> {
  const response = await fetch(inner, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': String(headers['x-amz-target']),
    },
    body: JSON.stringify(body),
  });
  return amzJson(response.status, await response.text());
}

function unknownUser(): Answer {
  return refusal('UserNotFoundException', 'User does not exist.');
}

function refusal(type: string, message: string): Answer {
  return amzJson(400, JSON.stringify({ __type: type, message }));
}

function done(): Answer {
  return amzJson(200, '{}');
}

function amzJson(status: number, body: string): Answer {
  return {
    status,
    headers: { 'content-type': 'application/x-amz-json-1.1' },
    body,
  };
}
