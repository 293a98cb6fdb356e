/** Where programs name computers and domains. */
import type { Context } from './context.ts';

export const HOSTS: readonly Context[] = [
  { kind: 'host', pattern: /(^Linux )(?!version )([\w.-]{1,253})(?= \d+\.\d+)/gm },
  { kind: 'host', pattern: /(^Darwin )([\w.-]{1,253})(?= \d+\.\d+)/gm },
  {
    kind: 'host',
    pattern:
      /(^(?:<\d{1,3}>\d? ?)?(?:[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT[\d:.]{5,18}(?:Z|[+-]\d\d:?\d\d)) )([A-Za-z][\w.-]{0,253})(?= [\w./@ ()-]{1,80}(?:\[\d{1,10}\])?:)/gm,
  },
  {
    kind: 'host',
    pattern:
      /(^[ \t]*(?:(?:Static |Pretty |Transient )?hostname|Host Name|Computer ?Name|LocalHostName|Node Name|nodename)[ .\t]{0,60}[:=][ \t]{0,20}"?)([\w.-]{2,253})/gim,
  },
  {
    kind: 'host',
    pattern: /("(?:host_?name|fqdn|computer_?name|csname|dnshostname|__server)" ?: ?")([\w.-]{2,253})(?=")/gi,
  },
  { kind: 'host', pattern: /(\b(?:client-hostname|host-name|hostname) ")([\w.-]{1,253})(?=")/g },
  { kind: 'host', pattern: /(\b(?:HOSTNAME|COMPUTERNAME|HOST|LOGONSERVER)=(?:\\\\)?)([\w.-]{2,253})/g },
  { kind: 'host', pattern: /((?<![\w-]))((?:DESKTOP|LAPTOP|WIN)-[A-Z0-9]{7,11})(?![\w-])/g },
  {
    kind: 'host',
    pattern:
      /((?<![\w-]))(\w[\w-]{0,30}s?-(?:MacBook|iMac|Mac-mini|iPhone|iPad)(?:-(?:Pro|Air|\d{1,2})){0,2})(?![\w-])/g,
  },
  { kind: 'domains', pattern: /(^[ \t]*(?:search|domain)[ \t]{1,8})([a-z0-9][\w. -]{1,300})$/gim },
  { kind: 'domains', pattern: /(\b(?:domain-name|domain-search) )((?:"[\w., -]{2,200}"(?:, ?)?){1,8})/g },
  {
    kind: 'domains',
    pattern:
      /(^[ \t]*(?:Primary Dns Suffix|Connection-specific DNS Suffix|DNS Suffix Search List\.?|DNS Domain|Domain|IP[46]\.DOMAIN\S{0,6}|IP[46]\.SEARCHES\S{0,6}|search domain\[\d\]|domain)[ .\t]{0,60}: ?[ \t]{0,20})([a-z0-9][\w-]{0,62}(?:\.[\w-]{1,63}){1,8})/gim,
  },
  {
    kind: 'host',
    pattern:
      /(^[ \t]*(?:Имя узла|Имя компьютера|NetBIOS имя компьютера|PSComputerName|Host ?name|Сервер)[ .\t]{0,60}:[ \t]{1,40})([\w.-]{2,253})/gim,
  },
  { kind: 'host', pattern: /(<(?:Computer|ComputerName|HostName)>)([\w.-]{2,253})(?=<)/g },
  {
    kind: 'host',
    pattern: /(\[?\b[a-z_][\w.-]{0,31}@)([A-Za-z][\w.-]{1,62})(?=(?::| )[~/][^\n]{0,200}?[#$%](?: |$))/gm,
  },
  // Servers that are named where one is set up or spoken to.
  {
    kind: 'host',
    pattern:
      /((?<![a-z])\w{0,30}(?:host(?:name)?|server(?:_?name)?|dbhost|data source|endpoint|relayhost|broker|registry)\\?["']?[ \t]{0,3}[:=][ \t]{0,4}\\?["']?(?:[a-z][a-z0-9+.-]{1,12}:(?:\/\/)?)?)([a-z0-9][\w-]{0,62}(?:\.[\w-]{1,63}){1,6}\.?[a-z]{2,24})(?![\w-]|\.\w)/gi,
  },
  {
    kind: 'host',
    pattern:
      /(^[ \t]{0,20}(?:HostName|ServerName|remote|ProxyJump|server)[ \t]{1,8})([a-z0-9][\w-]{0,62}(?:\.[\w-]{1,63}){1,6})(?![\w-]|\.\w)/gim,
  },
  {
    kind: 'host',
    pattern:
      /(\b(?:getaddrinfo for|Received: from|EHLO|HELO|resolve host(?:name)?:?|unknown host:?|ENOTFOUND|server certificate for|Connected to|Connecting to) )([a-z0-9][\w-]{0,62}(?:\.[\w-]{1,63}){1,6})(?![\w-]|\.\w)/gi,
  },
  {
    kind: 'host',
    pattern:
      /((?:\b(?:jdbc:[a-z]{2,20}|tcp|tls|ssl|amqps?|mqtts?|rediss?|ldaps?|smb|nfs|ssh|sftp|ftps?|rtsp|imaps?|smtps?|postgres(?:ql)?|mysql|mongodb(?:\+srv)?|sqlserver|wss?):\/\/(?:[^\s/@"']{1,200}@)?))([a-z0-9][\w-]{0,62}(?:\.[\w-]{1,63}){1,6})(?![\w-]|\.\w)/gi,
  },
  {
    kind: 'host',
    pattern:
      /((?:\burl\\?["']?[ \t]{0,3}[:=][ \t]{0,3}\\?["']?|\b(?:clone|fetch|push|remote:?|origin)[ \t]{1,3})(?:https?:\/\/(?:[^\s/@"']{1,200}@)?|[\w.-]{1,32}@))([a-z0-9][\w-]{0,62}(?:\.[\w-]{1,63}){1,6})(?![\w-]|\.\w)/gi,
  },
  {
    kind: 'domains',
    pattern:
      /(^[ \t]*(?:Домен|Основной DNS-суффикс|DNS-суффикс подключения|Порядок просмотра суффиксов DNS|realm-name|domain-name|domains|krb5_realm|ad_domain|default_realm)[ .\t]{0,60}[:=][ \t]{0,40})([a-z0-9][\w-]{0,62}(?:\.[\w-]{1,63}){1,8})/gim,
  },
  { kind: 'domains', pattern: /(\bUSERDNSDOMAIN=)([\w-]{1,63}(?:\.[\w-]{1,63}){1,8})/g },
  {
    kind: 'domains',
    pattern:
      /(\b(?:in (?:the )?domain|в домене|joined to|\/(?:dsgetdc|sc_query|domain):)[ \t]{0,2})([a-z0-9][\w-]{0,62}(?:\.[\w-]{1,63}){1,8})/gi,
  },
  { kind: 'host', pattern: /(^127\.0\.[01]\.1[ \t]{1,20})([A-Za-z][\w.-]{1,253})(?=[ \t\r]|$)/gm },
];
