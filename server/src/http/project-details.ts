import type { Project } from '../core/projects.ts';

/** What apps are told about a project with a session: every field, each of its type, for some apps need all of them (docs/protocol.md 3.4). */
export interface ProjectDetails {
  readonly projectName: string;
  readonly projectLogoURL: string;
  readonly verificationURL: string;
  readonly verificationCustomText: string;
  readonly verificationMethod: 'standardEmail' | 'fullCustom';
  readonly identityType: 'email' | 'alphanumeric';
  readonly identityTypeLabel: string;
  readonly pinLength: number;
  readonly enableRegistrationCode: boolean;
  readonly limitRegCodeVerified: boolean;
}

/** The details of a project. */
export function projectDetails({ name, logoUrl, pinLength, settings }: Project): ProjectDetails {
  return {
    projectName: name, projectLogoURL: logoUrl, verificationURL: settings.customVerificationUrl, verificationCustomText: settings.customVerificationText,
    verificationMethod: settings.customVerificationUrl === '' ? 'standardEmail' : 'fullCustom', identityType: settings.identityType, identityTypeLabel: settings.identityTypeLabel,
    pinLength, enableRegistrationCode: settings.enableRegistrationCode, limitRegCodeVerified: settings.limitRegCodeVerified,
  };
}
