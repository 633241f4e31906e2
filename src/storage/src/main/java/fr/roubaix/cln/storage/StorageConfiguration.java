package fr.roubaix.cln.storage;

import javax.sql.DataSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** What an application that has a {@link Database} bean works with. Import it. */
@Configuration(proxyBeanMethods = false)
public class StorageConfiguration {

    @Bean
    DataSource dataSource(Database database) {
        return database.dataSource();
    }

    @Bean
    JdbcTemplate jdbcTemplate(Database database) {
        return database.template();
    }

    @Bean
    JdbcClient jdbcClient(JdbcTemplate template) {
        return JdbcClient.create(template);
    }

    @Bean
    JdbcTransactionManager transactionManager(Database database) {
        var manager = new JdbcTransactionManager(database.dataSource());
        manager.setExceptionTranslator(database.exceptionTranslator());
        return manager;
    }
}
