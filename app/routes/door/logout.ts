/** `POST /logout`: ends the session. */
import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { cookieHeaders } from '#app/http/cookie-headers.ts';
import { requireVisitor } from '#app/http/visitor.ts';
import { logOut } from '#jobs/accounts/login.server.ts';

export function loader() {
  return redirect('/', 303);
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { door, visitor } = requireVisitor(context);
  const { cookies } = await logOut(door, visitor, request.headers);
  return redirect('/login', { status: 303, headers: cookieHeaders(cookies) });
}
