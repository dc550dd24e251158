import { plural } from '../plural.ts';
import type { SetUpTexts } from '../texts.ts';

const n = plural('pt');

/** Portuguese for setting an identity up. */
export const texts: SetUpTexts = {
  homeTitle: 'Escolha como entrar',
  browserWay: 'Entrar com o navegador',
  browserHint: 'Com um PIN neste dispositivo',
  phoneWay: 'Entrar com o telemóvel',
  phoneHint: 'Nada fica neste computador',
  setupPhone: 'Configurar o telemóvel',
  haveQuickCode: 'Tenho um QuickCode',

  addTitle: 'Adicionar uma identidade',
  email: 'Endereço de e-mail',
  userId: 'Identificador de utilizador',
  deviceName: 'Nome do dispositivo',
  emailMissing: 'Introduza o seu endereço de e-mail.',
  emailInvalid: 'Este endereço não está completo.',
  userIdMissing: 'Preencha este campo.',
  userIdInvalid: 'Não é conhecido aqui. Verifique a ortografia.',
  deviceMissing: 'Dê um nome a este dispositivo.',
  deviceInvalid: 'Use letras, algarismos e espaços.',
  tooLong: (most) => `Demasiado longo: no máximo ${most} caracteres.`,
  setupMpin: 'Configurar M-Pin',

  confirmTitle: 'Verifique o seu e-mail',
  mailSent: 'Enviámos-lhe um e-mail para: {userId}.',
  openAnywhere: 'Abra a ligação que ele contém, em qualquer dispositivo.',
  openAndChoose: 'Abra-o em qualquer dispositivo. Se pedir um número, escolha:',
  openHere: 'Abra a ligação que ele contém, neste navegador.',
  matchNumber: (digits) => `O seu número é ${digits}.`,
  typeCode: (digits) => `Introduza os ${digits} dígitos que ele contém.`,
  codeLabel: 'Código do e-mail',
  waiting: 'À espera da sua confirmação…',
  notYet: 'Ainda não confirmado. Abra primeiro a ligação do e-mail.',
  sentAgain: 'Enviámos o e-mail novamente.',
  waitOffline: 'A ligação perdeu-se. Continuamos a tentar.',
  codeWrong: (left) => (left === undefined ? 'Código incorreto.' : `Código incorreto. ${n(left, { one: 'Resta # tentativa.', other: 'Restam # tentativas.' })}`),
  iConfirmed: 'Já confirmei o meu e-mail',
  confirmCode: 'Confirmar',
  resend: 'Reenviar e-mail de confirmação',
  resendIn: (time) => `Reenviar em ${time}`,
  changeAddress: 'Mudar o endereço',
  toIdentities: 'Ir para a lista de identidades',

  chooseTitle: 'Escolha o seu PIN',
  againTitle: 'Repita o seu PIN',
  advice: 'Não deixe que ninguém o veja. Não o escreva.',
  againHint: 'O mesmo PIN mais uma vez.',
  setup: 'Configurar',
  easyPin: 'Fácil de adivinhar! Escolha outro, ou repita-o para o manter.',
  easyPinRefused: 'Fácil de adivinhar! Escolha outro PIN.',
  differentPin: 'Os dois PIN são diferentes. Comece de novo.',
  settingUp: 'A configurar…',

  congratulations: 'Parabéns!',
  canSignIn: '{userId} já pode entrar com um PIN neste dispositivo.',
  signInNow: 'Entrar agora',
};
