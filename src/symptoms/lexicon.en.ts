/**
 * What words mean, in English: a concept, and how people say it. Endings do not matter; two dots stand for up to
 * two words in between. A word may stand under several concepts.
 */
export const en = {
  // What it is about
  internet: 'internet, internets, interwebs, online, web, net, broadband, offline, the net',
  network: 'network, lan, ethernet, connection, connectivity',
  connect: 'connect, connected, connecting, get on, reconnect',
  wifi: 'wifi, wi fi, wireless, wlan, hotspot',
  router: 'router, modem, access point, isp, provider, mesh',
  site: 'site, website, webpage, page, url, web page, web site, link',
  service:
    'facebook, instagram, gmail, google, youtube, amazon, twitter, reddit, wikipedia, ebay, bank, portal, paypal, whatsapp web, mail server',
  video: 'video, youtube, netflix, stream, streaming, movie, film, clip, twitch, disney',
  game: 'game, games, gaming, gamer, fortnite, minecraft, roblox, steam, valorant, sims',
  call: 'call, zoom, meeting, teams, skype, conference, video call, facetime, discord',
  computer:
    'computer, pc, laptop, notebook, desktop, machine, mac, macbook, imac, chromebook, tower, comp, lappy, workstation',
  system: 'windows, win, win10, win11, ubuntu, linux, macos, os, system, debian, fedora, operating system',
  program:
    'program, programme, app, application, software, excel, word, outlook, office, photoshop, spotify, steam, exe, powerpoint, autocad, blender, launcher, thunderbird, acrobat, itunes',
  browser: 'browser, chrome, firefox, edge, safari, opera, explorer',
  printer: 'printer, print job, laserjet, deskjet, officejet, epson, canon, brother',
  prints: 'print, prints, printing, printed, printout',
  disk: 'disk, disc, drive, hdd, ssd, hard drive, hard disk, c drive, d drive, nvme, harddrive, harddisk, drive c, drive d',
  usb: 'usb, stick, flash drive, thumb drive, pendrive, pen drive, memory card, sd card, external drive, external hard drive, external disk, external hdd, external ssd, usb drive, usb stick, memory stick, flash, second hard disk, second drive, backup drive, passport drive, second disk, drive d',
  battery:
    'battery, charge, charges, charging, charger, recharge, power adapter, power brick, power supply unit',
  device:
    'device, gadget, hardware, scanner, gamepad, controller, joystick, graphics card, video card, gpu, sound card, dongle, adapter, peripheral, drawing tablet, capture card, dock, docking station, usb hub, steering wheel, wacom, network card',
  driver: 'driver, drivers, device manager, unknown device',
  screen: 'screen, display',
  monitor:
    'monitor, external display, second screen, external screen, second display, projector, beamer, hdmi, displayport, vga, tv, external monitor, dvi',
  picture: 'picture, image, signal, no signal, display output',
  sound: 'sound, audio, hear, volume, music, sounds, tone',
  speaker: 'speaker, headphone, earphone, headset, soundbar',
  bluetooth: 'bluetooth, blue tooth, bt',
  earbuds: 'airpods, earbuds, buds, wireless headphones, jbl, ear buds, wireless headset',
  camera: 'camera, webcam, cam, web cam',
  microphone:
    'mic, mike, microphone, hear me, hears me, can hear me, understand me, my voice is not, hear .. my voice',
  keyboard:
    'keyboard, key, keys, type, typing, types, letters, caps lock, space bar, enter key, number pad, keypad',
  mouse:
    'mouse, cursor, pointer, touchpad, trackpad, click, left click, right click, scroll, scroll wheel, track pad, touch pad',
  clock: 'clock, time, date, time zone, timezone, hour off, time and date, daylight saving, calendar',
  fan: 'fan, fans, cooler, vent, cooling',
  cpu: 'cpu, processor, ram, memory usage, task manager, memory',
  file: 'file, folder, document, photo, picture files',
  password:
    'password, passwort, pin, passcode, account, fingerprint, pin code, credentials, passwrd, face recognition, username',
  signin:
    'sign in, log in, login, logon, log on, sign on, signin, locked out, login screen, lock screen, logged out, logging in, sign into, log into, welcome screen, user profile',
  update:
    'update, updates, upgrade, patch, windows update, apt, updated, updating, updater, upgraded, software update',
  antivirus: 'antivirus, anti virus, defender, kaspersky, norton, avast, mcafee, virus scanner',
  certificate:
    'certificate, cert, not private, not secure, ssl, tls, https, security risk, err cert, privacy error, hsts, insecure, err_cert_date_invalid, certificate authority, err_cert_authority_invalid, isnt private, unsafe connection, potential security, not trusted, untrusted',
  remote:
    'remote, remotely, teamviewer, team viewer, anydesk, any desk, rustdesk, rdp, remote access, remote control, controlling, controls my, taken over, took over, takes over, logmein, screen sharing, in control',

  // What it does
  slow: 'slow, slowly, sluggish, crawl, crawling, laggy, lag, lags, lagging, snail, slowness, slower, slowed, unusable, molasses, slows down, bogged down',
  long: 'takes ages, forever, ages, so long, takes long, eternity, long time, too long, takes .. long, very long, take .. minutes, takes .. minutes, wait .. minutes, takes a minute, half an hour, takes a while, minutes to, takes .. hour',
  speed:
    'speed, speedtest, mbps, megabit, mbit, bandwidth, download, downloads, downloading, upload, megabytes, mb s, throughput',
  buffer: 'buffer, buffering, buffers, stutter, choppy, breaks up, pixelated, stutters',
  ping: 'ping, latency, jitter, packet loss, high ping',
  drop: 'drop, drops, dropping, dropped, disconnect, disconnects, disconnecting, cut out, cuts out, cut off, on and off, come and go, comes and goes, lose, loses, losing, unstable, flaky, intermittent, reconnect, dropout, goes off and on, unreliable, spotty, goes in and out, in and out',
  lost: 'gone, disappear, disappeared, lost, missing, vanish, vanished, went away, no more, no longer',
  often:
    'keep, keeps, constantly, constant, always, all the time, every few minutes, again and again, every .. minutes, times a day, over and over, every time, all day, frequently, continuously',
  freeze:
    'freeze, freezes, freezing, frozen, hang, hangs, hung, hanging, stuck, lock up, locks up, lockup, locked up, unresponsive, not responding, doesnt respond, doesnt react, nothing reacts, wont respond, stops responding, freezing up',
  crash:
    'crash, crashes, crashed, crashing, closes .. itself, quit, quits, closes, shuts .. itself, force close, kicks me out, closed unexpectedly, stopped working, has stopped, kick me, exits, close on its own, closing',
  start: 'start, starts, starting, started, launch, launches, run, runs, open, opens',
  boot: 'boot, boots, boot up, bootup, booting, startup, start up, starts up, power up, starting up, boot time, start windows, before the desktop, turning on',
  turnon:
    'turn on, turns on, turn .. on, power on, powers on, power .. on, switch on, switches on, come on, power button, power up, powers up, wake up, wont power',
  off: 'turn off, turns off, turn .. off, turns .. off, shut down, shuts down, shutdown, shuts .. down, shut .. down, shutting down, power off, powers off, switch off, switches off, switches .. off, goes off, shuts .. off, turning off, cuts power, turned off, loses power, shut off, powering off, powers down, power down, cut off power',
  restart: 'restart, reboot, reboots, restarts, restarting, rebooting, restart loop, boot loop, rebooted',
  self: 'itself, by itself, its own, random, randomly, suddenly, sudden, unexpectedly, without warning, out of nowhere, spontaneously, for no reason, by themselves, on their own, out of the blue, alone',
  fail: 'fail, fails, failed, failing, error, errors, went wrong, wont finish, error code, unsuccessful, failure, refuses, cannot be, undoing changes, rolls back, hresult',
  install: 'install, installs, installing, installed, set up, setup',
  after: 'after, since, ever since, following, as soon as',
  before: 'worked before, used to work, worked yesterday, worked fine before, was fine before, worked fine',
  new: 'new, bought, just got, brand new, just plugged, purchased, got a',
  bluescreen:
    'blue screen, blu screen, bluescreen, bsod, blue screen of death, stop code, kernel panic, ran into a problem, sad face, screen of death, memory management, irql, critical process died, blue error, gsod, your pc ran into, minidump, blue of death, whea uncorrectable, kmode exception',
  blackscreen:
    'black screen, screen .. black, black display, goes black, blank screen, dark screen, turns black, blank',
  black: 'black, dark, blank, grey',
  dead: 'dead, lifeless, no lights, no sign of life, no signs, died, no power, bricked',
  nothing: 'nothing happens, no reaction, does nothing, no response, nothing comes, nothing',
  bootdevice:
    'bootable device, boot device, no operating system, grub, boot loader, bootloader, bios, uefi, operating system not found, question mark, inaccessible boot, automatic repair, recovery mode, bootable, initramfs, emergency mode, post screen, grub rescue, bootmgr',
  logo: 'logo, spinning circle, spinning dots, loading screen, manufacturer logo',
  queue: 'queue, spooler, print job',
  paper: 'paper, jam, tray, ink, toner, cartridge, blank pages, paper jam',
  silent: 'silent, mute, muted, quiet, silence, unmute, no audio',
  full: 'full, out of space, filled, fills up, full up, red bar, red, no room, storage full, maxed out',
  space: 'space, storage, free up, room, no space left, disk space, free space, space left, gigabytes, gb',
  low: 'low, running out, not enough, insufficient, run out, almost full, ran out',
  save: 'save, saving, saved',
  delete: 'delete, remove, clean, cleanup, clean up, clear, erase',
  seen: 'see, sees, recognise, recognised, recognize, recognized, recognizing, detect, detected, found, find, finding, show up, showing up, shows up, showing, appear, appears, visible, mount, identified, pick up, not listed, not there',
  plug: 'plug, plugged, plugged in, plug in, insert, inserted, attach, attached, hooked up, plugging in',
  drain:
    'drain, drains, draining, runs down, empty, lasts, last, goes flat, dies .. fast, dies .. minutes, loses charge, hold a charge, hold charge, battery life, runs out',
  unplugged:
    'unplugged, without the cable, without the charger, without charger, without plug, off the charger, without power cord',
  click:
    'clicking, click, clicks, grinding, ticking, scratching, beeping, clunk, clicking noise, clicking sound, rattling',
  dying:
    'smart, smart error, bad sector, bad sectors, dying, imminent, about to fail, corrupted, corrupt, hard drive failure, disk failure, smart status, will fail, back up now, bad blocks, predicted, reallocated, disk failing, drive failing, damaged, unreadable, input output error',
  disappearfiles: 'files disappear, files are missing, files vanish, files are gone, files .. corrupted',
  forgot: 'forgot, forgotten, cant remember, dont remember, dont know my',
  accept: 'accept, accepts, accepted, let me in, lets me in, locked, let me on, wont take',
  wrong: 'wrong, incorrect, invalid, false, not correct, not right, off by',
  behind:
    'behind, ahead, hour off, hours off, reset, resets, runs slow, runs fast, changing back, off by, keeps changing, minutes off, jumps back, hours ahead',
  hot: 'hot, heat, heats, overheat, overheating, overheats, temperature, temperatures, warm, burn, burns, burning, thermal, degrees, celsius, heating',
  loud: 'loud, noisy, noise, jet engine, roar, roaring, screaming, whine, whining, buzz, buzzing, hum, full speed, vacuum cleaner, full blast, loudly, airplane, helicopter',
  pair: 'pair, pairing, paired, pairs',
  jump: 'jumps around, jumping, moves .. itself, moving .. itself, moves .. own, moving .. own, wrong letters, double clicks, sticky, ghost, erratic, drifting',
  move: 'move, moves, moving',
  work: 'work, works, working, function, functioning, worked',
  broken:
    'broken, broke, breaks, borked, doesnt work, not working, dont work, isnt working, messed up, kaputt, wont work, malfunction, stopped working, screwed up, acting up, acts weird, bugged, buggy, acting weird, acts strange, acting strange, nothing works, is down, faulty, glitchy, dosent work, doesnt function, stops working, no longer works, went down',
  /** Says nothing, though a word of it would. */
  filler:
    'this time, last time, first time, same time, next time, in time, some time, a long time ago, every day, good morning, out of date, up to date, take time, time to time, right now, right away, all right, no idea, no one else, of course, at all, at least, years old, year old, i do not know, i dont know, dont know why, dont know how, what can i do, what do i do, not sure, no clue, no matter, help me out, cant wait, i dont understand, please call, do not understand, have no, even on',
  not: 'not, no, dont, doesnt, wont, cant, isnt, didnt, never, without, cannot, couldnt, unable, arent, wouldnt, non, none, nobody, stop, stopped, stops, refuse, havent, dosent, doesn, won, can t, neither, dosnt, ain t, aint, dont want',
  everything: 'everything, all, whole, anything',
  every:
    'every, any, each, all sites, every page, every site, all pages, every website, all websites, any website, any site, any page',
  one: 'one, only, certain, specific, particular, single, just that, this site, only one, particular site, one site, some websites, some sites, certain websites, certain sites',
  others:
    'everything else, other sites, others, the rest, all other, other websites, other pages, everyone else, else works, others work, on my phone',
  load: 'load, loads, loading, loaded, reached, reach, open, opens, unreachable, timed out',

  // Who and what harm
  virus:
    'virus, viruses, malware, trojan, spyware, worm, infected, infection, adware, keylogger, rootkit, miner, bitcoin miner',
  hack: 'hack, hacked, hacker, hackers, compromised, breach, hijacked, hijack',
  popup:
    'popup, popups, pop up, pop ups, popping up, ads, advert, adverts, advertisement, advertising, banner, pops up, advertisements, notifications',
  ransom: 'encrypted, encrypt, bitcoin, ransom, ransomware, pay money, decrypt',
  suspicious:
    'strange, suspicious, phishing, bad link, weird link, clicked .. link, clicked a link, never installed, did not install, didnt install, dodgy, fake, opened an attachment, strange programs',
  homepage:
    'search page, homepage, home page, start page, redirect, redirects, search engine, redirected, redirecting, toolbar, different page',
  someone: 'someone, somebody, stranger, man, guy, woman, person, other people, anybody, anyone, else',
  scam: 'scam, scammer, scammers, fraud, tech support, from microsoft, microsoft called, phoned, called me, caller, telephone, scammed, con man, refund, gave access, gave him access, let him on, let him in, gave them access, let them, phone call, called and, support call',
  watch: 'watching, spying, spy, watching me, watch me, spied, stalking',
  access: 'access, remote access',
} as const;

export type Concept = keyof typeof en;
