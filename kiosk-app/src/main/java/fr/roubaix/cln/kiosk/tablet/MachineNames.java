package fr.roubaix.cln.kiosk.tablet;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this machine is called on its network.
 *
 * @param hosts names of hosts
 * @param addresses IPv4 addresses; those of IPv6 change by themselves every day, and no person types one
 */
record MachineNames(Set<String> hosts, Set<String> addresses) {

    private static final Logger LOG = LoggerFactory.getLogger(MachineNames.class);

    private static final Pattern ADDRESS =
            Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1?\\d?\\d)");
    private static final Pattern HOST = Pattern.compile("(?i)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9-]{1,63})*");

    MachineNames {
        hosts = Set.copyOf(hosts);
        addresses = Set.copyOf(addresses);
    }

    /** Sorts names from addresses; what is neither is left out. */
    static MachineNames of(Collection<String> written) {
        var hosts = new TreeSet<String>();
        var addresses = new TreeSet<String>();
        for (String name : written) {
            String one = name.strip();
            if (ADDRESS.matcher(one).matches()) {
                addresses.add(one);
            } else if (HOST.matcher(one).matches()) {
                hosts.add(one);
            }
        }
        return new MachineNames(hosts, addresses);
    }

    /**
     * What the system says now.
     *
     * @param others what the network calls this machine, and the machine cannot know
     */
    static MachineNames read(List<String> others) {
        var written = new TreeSet<>(others);
        written.add("localhost");
        written.add("127.0.0.1");
        try {
            written.add(InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException _) {
            LOG.info("This machine does not know its own name; tablets reach it by its address");
        }
        try {
            NetworkInterface.networkInterfaces()
                    .filter(MachineNames::onTheNetwork)
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(Inet4Address.class::isInstance)
                    .filter(address -> !address.isLinkLocalAddress())
                    .map(InetAddress::getHostAddress)
                    .forEach(written::add);
        } catch (SocketException e) {
            LOG.warn("The addresses of this machine cannot be read", e);
        }
        return of(written);
    }

    private static boolean onTheNetwork(NetworkInterface one) {
        try {
            return one.isUp() && !one.isLoopback() && !one.isPointToPoint() && !one.isVirtual();
        } catch (SocketException _) {
            return false;
        }
    }

    /** Those that another machine can use, addresses first: they work without a name server. */
    List<String> fromElsewhere() {
        return Stream.concat(addresses.stream().sorted(), hosts.stream().sorted())
                .filter(name -> !name.equals("localhost") && !name.equals("127.0.0.1"))
                .toList();
    }
}
