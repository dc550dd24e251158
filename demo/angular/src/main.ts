import 'mpin-pinpad/define';
import { Component, CUSTOM_ELEMENTS_SCHEMA, inject, provideZonelessChangeDetection, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter, Router, RouterLink, RouterOutlet } from '@angular/router';
import type { MpinSignedInEvent } from 'mpin-pinpad';

declare const MPIN_SERVER: string;
const user = signal<string | undefined>(undefined);

@Component({ template: `<main><h1>Hello {{ user() }}</h1><a routerLink="/about">About</a></main>`, imports: [RouterLink] })
class Home { readonly user = user; }

@Component({ template: `<main><h1>About</h1><a routerLink="/">Back</a></main>`, imports: [RouterLink] })
class About {}

@Component({ schemas: [CUSTOM_ELEMENTS_SCHEMA], imports: [RouterLink], template: `<main><mpin-pinpad [server]="server" (mpin-signed-in)="signedIn($event)" /><a routerLink="/about">About</a></main>` })
class SignIn {
  readonly server = MPIN_SERVER;
  readonly #router = inject(Router);
  // Send `event.token` to your server, which checks it with mpin-pinpad/verify and opens a session.
  signedIn(event: MpinSignedInEvent): void { user.set(event.userId); void this.#router.navigateByUrl('/'); }
}

@Component({ selector: 'app-root', imports: [RouterOutlet], template: '<router-outlet />' })
class App {}

const home = () => user() !== undefined || inject(Router).parseUrl('/sign-in');
void bootstrapApplication(App, { providers: [provideZonelessChangeDetection(), provideRouter([
  { path: '', component: Home, canActivate: [home] }, { path: 'sign-in', component: SignIn }, { path: 'about', component: About },
])] });
