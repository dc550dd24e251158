import { plural } from '../plural.ts';
import type { SignInTexts } from '../texts.ts';

const n = plural('pt');
const tries = (left: number) => n(left, { one: 'Resta # tentativa.', other: 'Restam # tentativas.' });

/** Portuguese for a returning person. */
export const texts: SignInTexts = {
  $code: 'pt', $dir: 'ltr',

  starting: 'A carregar…',
  back: 'Voltar',
  menu: 'Identidades',
  close: 'Fechar',
  deviceOn: (browser, platform) => `${browser} em ${platform}`,

  pinLabel: (digits) => `PIN, ${digits} dígitos`,
  keypad: 'Teclado numérico',
  clear: 'Limpar',
  deleteDigit: 'Apagar o último dígito',
  entered: (count, total) => `${count} de ${total} introduzidos`,
  empty: 'Vazio',
  incomplete: (total) => `Introduza os ${total} dígitos.`,
  shuffledKeys: 'Teclas baralhadas',
  deviceKeyboard: 'Teclado do dispositivo',
  byItself: 'Continua automaticamente após o último dígito.',

  enterPin: 'Introduza o seu PIN',
  signInAs: (userId) => `Entrar como: ${userId}`,
  login: 'Entrar',
  forgot: 'Esqueceu o PIN?',
  withPhone: 'Entrar com o telemóvel',
  wrongPin: (left) => (left === undefined ? 'PIN incorreto!' : `PIN incorreto! ${tries(left)}`),
  checking: 'A entrar…',
  pinReplaced: 'O seu PIN foi alterado noutro separador.',
  confirmWithPin: 'Confirme com o seu PIN',
  confirmNow: 'Confirmar',
  confirmed: 'Confirmado',

  signedInTitle: 'Sessão iniciada',
  signedInAs: 'como {userId}',
  signOut: 'Sair',

  revokedTitle: 'O seu M-Pin foi revogado',
  revokedText: (count) => `Introduziu um PIN incorreto ${n(count, { one: '# vez', other: '# vezes' })}. {userId} já não pode entrar neste dispositivo.`,
  registerNew: 'Registar nova identidade',
  backToList: 'Voltar à lista de identidades',

  tryAgain: 'Tentar novamente',
  tryAgainIn: (time) => `Tentar novamente em ${time}`,
  sendNew: 'Enviar novo e-mail',
  registerAgain: 'Registar novamente',
  setUpAgain: 'Configurar novamente',
  support: (code) => `Código para o suporte: ${code}`,

  troubles: {
    offline: ['Sem ligação', 'Não conseguimos contactar o serviço. Verifique a sua ligação; continuamos assim que ela voltar.'],
    server: ['O serviço tem um problema', 'A culpa não é sua e nada se perdeu. Tente novamente daqui a pouco.'],
    'rate-limited': ['Demasiadas tentativas', 'Para sua segurança há uma breve pausa. Depois pode continuar.'],
    'session-expired': ['Demorou demasiado', 'O início de sessão esteve aberto demasiado tempo. Nenhuma tentativa foi contada.'],
    unexpected: ['Algo correu mal', 'Isto não devia ter acontecido. Tente novamente e, se continuar, avise o responsável pelo site.'],
  },
};
