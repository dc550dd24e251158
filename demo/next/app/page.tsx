'use client';
import 'mpin-pinpad/define';
import 'mpin-pinpad/jsx';
import Link from 'next/link';
import { useState } from 'react';

const server = process.env.NEXT_PUBLIC_MPIN_SERVER ?? 'http://localhost:8080';

export default function Home() {
  const [user, setUser] = useState<string>();
  if (user !== undefined) return <h1>Hello {user}</h1>;
  // Send `event.token` to your server, which checks it with mpin-pinpad/verify and opens a session.
  return <><mpin-pinpad server={server} onmpin-signed-in={(event) => setUser(event.userId)} /><Link href="/about">About</Link></>;
}
