<?php
// What the server of a homs-wiki test wiki answers; PHP's own server runs it before each request.
//
// A page somewhere on the web may send the user's browser here under a name that it made to mean
// 127.0.0.1, so other names are refused. MediaWiki's installer and its other scripts would run for
// everyone who asks, so only those in its first folder do: index.php, api.php, load.php …

$host = strtolower( preg_replace( '/:\d+$/D', '', $_SERVER['HTTP_HOST'] ?? '' ) );
$file = $_SERVER['SCRIPT_FILENAME'];
$isScript = (bool)preg_match( '/\.php\d?$/Di', $file );

if (
	!in_array( $host, [ '127.0.0.1', 'localhost', '[::1]' ], true )
	|| ( $isScript && dirname( $file ) !== rtrim( $_SERVER['DOCUMENT_ROOT'], '/' ) )
) {
	http_response_code( 403 );
	header( 'Content-Type: text/plain' );
	echo "This is not a page of the test wiki.\n";
	return true;
}
return false;
