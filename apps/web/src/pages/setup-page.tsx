import type { Pages } from '@alivemcp/contracts';
import { renderDocument } from './document.tsx';
import { SetupField } from './setup-field.tsx';

/** The form of the one-time link. What was typed is kept; the password is not sent back. */
export const setupPage: Pages['setupPage'] = ({ form, errors }) =>
  renderDocument({
    title: 'Set up AliveMCP',
    children: (
      <>
        <h1>Create the owner account</h1>
        <p>This link works once. You get a session in this browser and a first API key.</p>
        {errors.length > 0 && (
          <p className="error" role="alert">
            Please look at the fields below.
          </p>
        )}
        <form method="post" action="/setup">
          <input type="hidden" name="token" value={form.token} />
          <SetupField
            name="email"
            label="Email"
            type="email"
            value={form.email}
            autoComplete="username"
            errors={errors}
          />
          <SetupField
            name="password"
            label="Password"
            type="password"
            value=""
            autoComplete="new-password"
            errors={errors}
            hint="At least 12 characters."
          />
          <SetupField
            name="workspaceName"
            label="Name of the workspace"
            type="text"
            value={form.workspaceName}
            autoComplete="organization"
            errors={errors}
          />
          <button type="submit">Create account</button>
        </form>
      </>
    ),
  });
