<?php
// The settings of a homs-wiki test wiki. This file is written anew at each start: put settings of
// your own into a file in settings.d beside it, which is read at the end.

if ( !defined( 'MEDIAWIKI' ) ) {
	exit;
}

// What differs between test wikis. Everything is found from where this file lies, so that the
// folder can be moved and copied.
$homsWiki = json_decode( file_get_contents( __DIR__ . '/settings.json' ), true );
$homsWikiPort = getenv( 'HOMS_WIKI_PORT' ) ?: '80';

$wgSitename = $homsWiki['name'];
$wgLanguageCode = $homsWiki['language'];
$wgLocaltimezone = 'UTC';
$wgServer = "http://127.0.0.1:$homsWikiPort";
$wgScriptPath = '';
$wgResourceBasePath = '';
$wgArticlePath = '/index.php/$1';
$wgUsePathInfo = true;
$wgSecretKey = $homsWiki['secret_key'];
$wgUpgradeKey = false;
// A mark of our own, so that no tab of a test wiki is taken for one of a real wiki.
$wgLogos = [ '1x' => 'data:image/svg+xml,' . rawurlencode(
	'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 135 135"><circle cx="67" cy="67" r="60" '
	. 'fill="#fef6e7" stroke="#ac6600" stroke-width="4"/><text x="67" y="78" font-size="30" '
	. 'font-family="sans-serif" text-anchor="middle" fill="#ac6600">TEST</text></svg>'
) ];
// Browsers send cookies to every port of a host, and there may be several test wikis.
$wgCookiePrefix = "testwiki$homsWikiPort";
$wgMetaNamespace = $homsWiki['meta_namespace'];
$wgMetaNamespaceTalk = $homsWiki['meta_namespace_talk'];
foreach ( $homsWiki['namespaces'] as $homsWikiNumber => $homsWikiName ) {
	$wgExtraNamespaces[(int)$homsWikiNumber] = $homsWikiName;
}

// Who asks can tell this server from another that has the port.
if ( getenv( 'HOMS_WIKI_RUN' ) && PHP_SAPI !== 'cli' ) {
	header( 'X-Homs-Wiki-Run: ' . getenv( 'HOMS_WIKI_RUN' ) );
}

// One file for pages, and others for what would else wait for them. Nothing waits for the disk, which
// would take longer than all the rest: a wiki survives that its server is killed at any moment, but
// perhaps not that the machine loses power. A transaction that first reads and then writes cannot
// be let in beside another such one, so they come one after the other from the start.
$wgDBtype = 'sqlite';
$wgDBname = 'wiki';
$wgSQLiteDataDir = __DIR__ . '/data';
$homsWikiDatabase = static function ( $name, $more = [] ) use ( $wgSQLiteDataDir ) {
	return $more + [
		'type' => 'sqlite',
		'dbname' => $name,
		'tablePrefix' => '',
		'variables' => [ 'synchronous' => 'OFF' ],
		'dbDirectory' => $wgSQLiteDataDir,
		'trxMode' => 'IMMEDIATE',
		'flags' => 0,
	];
};
$wgDBservers = [
	$homsWikiDatabase( 'wiki', [ 'load' => 1, 'flags' => DBO_DEFAULT ] )
];
$wgObjectCaches[CACHE_DB] = [
	'class' => SqlBagOStuff::class,
	'loggroup' => 'SQLBagOStuff',
	'server' => $homsWikiDatabase( 'wikicache' ),
];
$wgJobTypeConf['default'] = [
	'class' => JobQueueDB::class,
	'claimTTL' => 3600,
	'server' => $homsWikiDatabase( 'wiki_jobqueue' ),
];
$wgMainCacheType = CACHE_NONE;
$wgSessionCacheType = CACHE_DB;
$wgParserCacheType = CACHE_DB;
$wgLocalisationCacheConf['store'] = 'array';
$wgCacheDirectory = __DIR__ . '/cache';
$wgTmpDirectory = __DIR__ . '/tmp';
$wgUploadDirectory = __DIR__ . '/images';
$wgEnableUploads = false;
$wgDiff3 = $homsWiki['diff3'];

// Nothing leaves this machine, and nobody has to wait.
$wgEnableEmail = false;
$wgPingback = false;
$wgUseInstantCommons = false;
$wgBlacklistSettings = [ 'spam' => [ 'files' => [] ], 'email' => [ 'files' => [] ] ];
$wgTitleBlacklistSources = [];
$wgRateLimits = [];
$wgJobRunRate = 0;
$wgShowExceptionDetails = true;

foreach ( $homsWiki['skins'] as $homsWikiName ) {
	wfLoadSkin( $homsWikiName );
}
$wgDefaultSkin = in_array( 'Vector', $homsWiki['skins'] ) ? 'vector' : 'fallback';
if ( $homsWiki['lua'] ) {
	$wgScribuntoEngineConf['luastandalone']['luaPath'] = $homsWiki['lua'];
}
foreach ( $homsWiki['extensions'] as $homsWikiName ) {
	wfLoadExtension( $homsWikiName );
}

foreach ( glob( __DIR__ . '/settings.d/*.php' ) as $homsWikiName ) {
	require $homsWikiName;
}
