import { MpinPinpad } from 'mpin-pinpad/react';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter, Link, Navigate, Route, Routes, useNavigate } from 'react-router';

const server = import.meta.env.VITE_MPIN_SERVER ?? 'http://localhost:8080';

function SignIn({ onUser }: { onUser: (userId: string) => void }) {
  const navigate = useNavigate();
  // Send `event.token` to your server, which checks it with mpin-pinpad/verify and opens a session.
  return <MpinPinpad server={server} onSignedIn={(event) => { onUser(event.userId); void navigate('/'); }} />;
}

function App() {
  const [user, setUser] = useState<string>();
  return (
    <Routes>
      <Route path="/" element={user === undefined ? <Navigate to="/sign-in" /> : <main><h1>Hello {user}</h1><Link to="/about">About</Link></main>} />
      <Route path="/sign-in" element={<main><SignIn onUser={setUser} /><Link to="/about">About</Link></main>} />
      <Route path="/about" element={<main><h1>About</h1><Link to="/">Back</Link></main>} />
    </Routes>
  );
}

createRoot(document.querySelector('#app')!).render(<StrictMode><BrowserRouter><App /></BrowserRouter></StrictMode>);
